package org.aepsych.core.game.state;

import java.time.Instant;

/**
 * When the log last heard of a participant.
 *
 * @param at when
 * @param self whether the participant did something then, on whichever server; otherwise they were let in, or missed
 */
public record Heard(Instant at, boolean self) {
    static final Heard NEVER = new Heard(Instant.EPOCH, false);
}
