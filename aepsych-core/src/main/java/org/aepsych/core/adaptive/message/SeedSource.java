package org.aepsych.core.adaptive.message;

import java.security.SecureRandom;

/** Where sessions get their seeds, and new ids their bits, from: the only randomness that is not recorded beforehand. */
@FunctionalInterface
public interface SeedSource {
    /**
     * Draws a number.
     *
     * @return 64 random bits
     */
    long next();

    /**
     * A source that nobody can predict.
     *
     * @return a thread-safe source
     */
    static SeedSource unpredictable() {
        return new SecureRandom()::nextLong;
    }
}
