package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.core.game.definition.Silence;

/**
 * A time in which a participant gave no sign of life.
 *
 * @param since their last sign of life before it
 * @param action what happened then
 * @param round in which it was noticed, from 0
 * @param back the round in which they came back; empty while they are away
 */
public record Absence(Instant since, Silence.Action action, int round, Optional<Integer> back) {
    /**
     * Ends the absence.
     *
     * @param current the round in which the participant came back
     * @return a copy
     */
    public Absence ended(int current) {
        return new Absence(since, action, round, Optional.of(current));
    }

    /**
     * Tells whether the participant is still away.
     *
     * @return false once they came back
     */
    public boolean lasts() {
        return back.isEmpty();
    }

    /**
     * Tells whether the others wait for the participant as if they were there.
     *
     * @return false while rounds go on without them, or with a bot
     */
    public boolean waitedFor() {
        return !lasts() || action == Silence.Action.WAIT;
    }

    /**
     * Tells whether the participant is out for good.
     *
     * @return true once they were released
     */
    public boolean released() {
        return lasts() && action == Silence.Action.RELEASE;
    }
}
