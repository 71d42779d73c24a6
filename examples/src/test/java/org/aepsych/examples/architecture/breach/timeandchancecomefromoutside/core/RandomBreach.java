package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

import java.util.Random;

public final class RandomBreach {
    Random random() {
        return new Random();
    }
}
