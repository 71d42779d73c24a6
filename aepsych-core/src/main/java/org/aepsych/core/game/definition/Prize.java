package org.aepsych.core.game.definition;

/**
 * What can be won at the end.
 *
 * @param lottery the prize in words, empty if there is no lottery
 * @param winners how many tickets are meant to be drawn, from 0
 */
public record Prize(String lottery, int winners) {
    /** Checks the number. */
    public Prize {
        if (winners < 0) {
            throw new IllegalArgumentException("a number of winners is not negative, but is " + winners);
        }
    }
}
