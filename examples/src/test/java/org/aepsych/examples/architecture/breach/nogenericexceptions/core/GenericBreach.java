package org.aepsych.examples.architecture.breach.nogenericexceptions.core;

public final class GenericBreach {
    void refuse() {
        throw new RuntimeException("refused");
    }
}
