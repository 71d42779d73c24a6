package org.aepsych.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    /**
     * A clock.
     *
     * @param now what it shows
     */
    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock.
     *
     * @param step how far, backwards if negative
     */
    public void move(Duration step) {
        now = now.plus(step);
    }
}
