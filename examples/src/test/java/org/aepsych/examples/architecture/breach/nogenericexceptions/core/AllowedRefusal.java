package org.aepsych.examples.architecture.breach.nogenericexceptions.core;

public final class AllowedRefusal {
    void refuse() {
        throw new IllegalStateException("refused");
    }
}
