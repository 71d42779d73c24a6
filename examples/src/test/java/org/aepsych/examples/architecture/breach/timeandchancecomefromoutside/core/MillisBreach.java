package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

public final class MillisBreach {
    long now() {
        return System.currentTimeMillis();
    }
}
