package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

import java.time.Instant;
import java.time.InstantSource;

public final class AllowedClock {
    Instant now(InstantSource clock) {
        return clock.instant();
    }
}
