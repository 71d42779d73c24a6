package org.aepsych.examples.architecture.breach.nogenericexceptions.core;

public final class GenericBreach {
    void refuse(boolean really) {
        if (really) {
            throw new RuntimeException("refused");
        }
    }
}
