package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an experiment stands in time.
 *
 * @param round current round from 0; −1 before the first; {@code rounds} after the last
 * @param rounds number of rounds
 * @param start when the first round begins; empty before the experiment was started
 * @param began when the current round began; empty before the first and after the last
 * @param graceEnds when the share of players begins to count; empty outside of rounds and if rounds end by time only
 * @param deadline when the current round ends at the latest, or before the first round when that begins; empty if
 *     nothing is due
 * @param paused since when nothing goes on; empty while it does
 * @param now the server's time of this view, for countdowns
 */
public record RoundClock(
        int round,
        int rounds,
        Optional<Instant> start,
        Optional<Instant> began,
        Optional<Instant> graceEnds,
        Optional<Instant> deadline,
        Optional<Instant> paused,
        Instant now) {
    /**
     * A clock that is not paused.
     *
     * @param round current round from 0; −1 before the first; {@code rounds} after the last
     * @param rounds number of rounds
     * @param start when the first round begins
     * @param began when the current round began
     * @param graceEnds when the share of players begins to count
     * @param deadline when the current round ends at the latest
     * @param now the server's time of this view
     */
    public RoundClock(
            int round,
            int rounds,
            Optional<Instant> start,
            Optional<Instant> began,
            Optional<Instant> graceEnds,
            Optional<Instant> deadline,
            Instant now) {
        this(round, rounds, start, began, graceEnds, deadline, Optional.empty(), now);
    }

    /**
     * Tells whether a round is running.
     *
     * @return false before the first and after the last; true also in a pause
     */
    public boolean running() {
        return round >= 0 && round < rounds;
    }
}
