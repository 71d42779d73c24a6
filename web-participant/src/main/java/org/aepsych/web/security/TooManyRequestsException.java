package org.aepsych.web.security;

import java.time.Duration;

/** An address has used up what it may do for now. */
public final class TooManyRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyRequestsException(Duration wait) {
        super("too many attempts; wait " + wait.toSeconds() + " s");
        this.wait = wait;
    }

    /**
     * Returns after how long the next attempt is allowed.
     *
     * @return at least a second
     */
    public Duration waitingTime() {
        return wait;
    }
}
