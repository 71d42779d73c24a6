package org.aepsych.core.game.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.lottery.Winner;

/**
 * How an experiment went.
 *
 * @param duration from the start to the end of the last round
 * @param plays how many games were played
 * @param tooLate how many plays came after their round
 * @param participants by id
 * @param rounds averages of every round
 * @param winners in the order of drawing; none if there is no lottery
 */
public record SimulatedRun(
        Duration duration,
        long plays,
        long tooLate,
        List<Outcome> participants,
        List<List<GameAverage>> rounds,
        List<Winner> winners) {
    /** Copies the lists. */
    public SimulatedRun {
        participants = List.copyOf(participants);
        rounds = rounds.stream().map(List::copyOf).toList();
        winners = List.copyOf(winners);
    }

    /**
     * How it went for a participant.
     *
     * @param participant who
     * @param role on which side; empty if they were never let in
     * @param joined first round; empty if they were never let in
     * @param rounds how many rounds they played completely
     * @param payoff earned
     * @param tickets in the lottery
     */
    public record Outcome(
            ParticipantId participant,
            Optional<Role> role,
            Optional<Integer> joined,
            int rounds,
            Rational payoff,
            long tickets) {}

    /**
     * Returns how many rounds were skipped because a role had nobody who played.
     *
     * @return from 0
     */
    public int skipped() {
        return (int) rounds.stream()
                .filter(games -> games.stream().anyMatch(GameAverage::skipped))
                .count();
    }
}
