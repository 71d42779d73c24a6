package org.aepsych.core.game.state;

import java.time.Instant;

/**
 * How often a participant has tried to answer a question.
 *
 * @param first when it was first tried
 * @param tries how often, from 1
 */
public record Attempts(Instant first, int tries) {
    Attempts again() {
        return new Attempts(first, tries + 1);
    }
}
