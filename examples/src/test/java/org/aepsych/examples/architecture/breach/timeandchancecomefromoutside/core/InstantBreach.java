package org.aepsych.examples.architecture.breach.timeandchancecomefromoutside.core;

import java.time.Instant;

public final class InstantBreach {
    Instant now() {
        return Instant.now();
    }
}
