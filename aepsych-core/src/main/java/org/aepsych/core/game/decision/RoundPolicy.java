package org.aepsych.core.game.decision;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.core.game.definition.Schedule;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.state.Attendance;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.RoleCount;

/**
 * When rounds end by themselves. A round lasts at most its minutes, counted from when it began; the next one begins at
 * that very moment, however late anybody notices, so that schedules do not drift. It ends earlier once enough present
 * players of both roles have played all games and the grace time is over.
 */
public final class RoundPolicy {
    /** The smallest step of the log's clock: the share counts strictly after the grace time. */
    private static final long MICROSECOND = 1_000L;

    private RoundPolicy() {}

    /**
     * Returns the advance that is due now.
     *
     * @param state as it is
     * @param now when it is looked
     * @return the earliest one if several are; empty if none is
     */
    public static Optional<RoundAdvanced> due(GameState state, Instant now) {
        if (state.phase() != GamePhase.STARTED
                || state.progress().paused().isPresent()
                || state.round() >= state.rounds()) {
            return Optional.empty();
        }
        Optional<Instant> deadline = deadline(state);
        if (deadline.isPresent() && !now.isBefore(deadline.get())) {
            return Optional.of(new RoundAdvanced(state.round() + 1, AdvanceReason.TIME, deadline.get()));
        }
        boolean graceIsOver = graceEnds(state).filter(now::isAfter).isPresent();
        if (graceIsOver && enoughHavePlayed(state)) {
            return Optional.of(new RoundAdvanced(state.round() + 1, AdvanceReason.PERCENTAGE, now));
        }
        return Optional.empty();
    }

    /** Returns when something is due if nobody does anything until then. */
    static Optional<Instant> nextDue(GameState state) {
        Optional<Instant> deadline = deadline(state);
        if (deadline.isPresent() && state.running() && enoughHavePlayed(state)) {
            Optional<Instant> early = graceEnds(state).map(ends -> ends.plusNanos(MICROSECOND));
            return early.filter(instant -> deadline.isEmpty() || instant.isBefore(deadline.get()))
                    .or(() -> deadline);
        }
        return deadline;
    }

    /**
     * Returns when the current round ends at the latest, or before the first round when that begins.
     *
     * @param state as it is
     * @return empty in a pause, and if no round is to come
     */
    public static Optional<Instant> deadline(GameState state) {
        if (state.phase() != GamePhase.STARTED || state.progress().paused().isPresent()) {
            return Optional.empty();
        }
        if (state.round() < 0) {
            return state.progress().start();
        }
        return began(state).map(from -> from.plus(state.definition().schedule().round()));
    }

    /**
     * Returns when the share of players begins to count.
     *
     * @param state as it is
     * @return empty if it never does, or no round is running
     */
    public static Optional<Instant> graceEnds(GameState state) {
        Schedule schedule = state.definition().schedule();
        return schedule.percent() == 0 ? Optional.empty() : began(state).map(from -> from.plus(schedule.grace()));
    }

    /**
     * Returns when the current round began.
     *
     * @param state as it is
     * @return empty if no round is running
     */
    public static Optional<Instant> began(GameState state) {
        return state.running() ? state.progress().began() : Optional.empty();
    }

    private static boolean enoughHavePlayed(GameState state) {
        if (!state.open().attended()) {
            return false;
        }
        Attendance attendance = state.open().attendance();
        int percent = state.definition().schedule().percent();
        return attendance.roles().stream().allMatch(count -> reaches(count, percent));
    }

    private static boolean reaches(RoleCount count, int percent) {
        return count.present() > 0 && 100L * count.complete() >= (long) percent * count.present();
    }
}
