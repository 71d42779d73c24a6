package org.aepsych.core.game.definition;

import org.aepsych.core.game.lottery.DrawMethod;

/**
 * What can be won at the end.
 *
 * @param lottery the prize in words, empty if there is no lottery
 * @param winners how many tickets are meant to be drawn, from 0
 * @param draw where the chance of the draw comes from, one that is made here
 */
public record Prize(String lottery, int winners, DrawMethod draw) {
    /** Checks the number and the method. */
    public Prize {
        if (draw == DrawMethod.ELSEWHERE) {
            throw new IllegalArgumentException("a draw is made here, not elsewhere");
        }
        if (winners < 0) {
            throw new IllegalArgumentException("a number of winners is not negative, but is " + winners);
        }
    }

    /**
     * A prize that is drawn with a seed of the experimenter's choice.
     *
     * @param lottery the prize in words, empty if there is no lottery
     * @param winners how many tickets are meant to be drawn, from 0
     */
    public Prize(String lottery, int winners) {
        this(lottery, winners, DrawMethod.SEED);
    }
}
