package org.aepsych.core.game.state;

import java.time.Instant;

/**
 * How far a participant has come in, as gamelab's {@code player.state} has it.
 *
 * @param state 0 nobody has shown them the way, 1 they have a link, 2 they are or were here
 * @param since when the log said so
 */
record Arrival(int state, Instant since) {
    private static final int INVITED = 1;
    private static final int HERE = 2;

    static final Arrival NOT_YET = new Arrival(0, Instant.EPOCH);

    static Arrival here(Instant at) {
        return new Arrival(HERE, at);
    }

    static Arrival invited(Instant at) {
        return new Arrival(INVITED, at);
    }

    boolean isHere() {
        return state == HERE;
    }
}
