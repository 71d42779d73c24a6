package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

public final class MathBreach {
    double random() {
        return Math.random();
    }
}
