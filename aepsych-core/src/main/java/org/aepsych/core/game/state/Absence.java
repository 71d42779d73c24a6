package org.aepsych.core.game.state;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.core.game.definition.Silence;

/**
 * A time in which the experiment goes on without a participant, who gave no sign of life or was let go.
 *
 * @param since their last sign of life before it, or when they were let go
 * @param action what happened then
 * @param round in which it was noticed, from 0
 * @param back the round in which they came back; empty while they are away
 * @param byHand whether the experimenter let them go; otherwise they were silent
 */
public record Absence(Instant since, Silence.Action action, int round, Optional<Integer> back, boolean byHand) {
    /**
     * The absence of somebody who was silent.
     *
     * @param since their last sign of life
     * @param action what happened then
     * @param round in which it was noticed, from 0
     * @return one that lasts
     */
    public static Absence bySilence(Instant since, Silence.Action action, int round) {
        return new Absence(since, action, round, Optional.empty(), false);
    }

    /**
     * The absence of somebody whom the experimenter let go.
     *
     * @param at when
     * @param round in which, from 0; −1 before the first
     * @return one that lasts
     */
    public static Absence byHand(Instant at, int round) {
        return new Absence(at, Silence.Action.RELEASE, round, Optional.empty(), true);
    }

    /**
     * Ends the absence.
     *
     * @param current the round in which the participant came back
     * @return a copy
     */
    public Absence ended(int current) {
        return new Absence(since, action, round, Optional.of(current), byHand);
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
