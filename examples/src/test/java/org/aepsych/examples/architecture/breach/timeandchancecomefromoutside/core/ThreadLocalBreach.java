package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

import java.util.concurrent.ThreadLocalRandom;

public final class ThreadLocalBreach {
    int random() {
        return ThreadLocalRandom.current().nextInt();
    }
}
