package org.aepsych.examples.architecture.breach.nogenericexceptions.core;

public final class AllowedRefusal {
    void refuse(boolean really) {
        if (really) {
            throw new IllegalStateException("refused");
        }
    }
}
