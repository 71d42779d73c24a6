package org.aepsych.core.game.view;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;

/**
 * Why somebody earned what they earned in a finished round.
 *
 * @param experiment which
 * @param participant who
 * @param role as whom they played
 * @param round from 0
 * @param games one for each game, by id
 * @param payoff what was earned in the round: the sum of the games if every game was paid, otherwise 0
 */
public record RoundExplanation(
        ExperimentId experiment,
        ParticipantId participant,
        Role role,
        int round,
        List<PayoffExplanation> games,
        Rational payoff) {
    /** Copies the list. */
    public RoundExplanation {
        games = List.copyOf(games);
    }

    /**
     * Computes everything again.
     *
     * @return what is wrong, in a sentence; empty if everything is right
     */
    public Optional<String> problem() {
        Rational sum = Rational.ZERO;
        boolean complete = true;
        for (PayoffExplanation game : games) {
            Optional<String> problem = game.problem(role);
            if (problem.isPresent()) {
                return problem;
            }
            complete &= game.amount().isPresent();
            sum = sum.plus(game.amount().orElse(Rational.ZERO));
        }
        Rational due = complete ? sum : Rational.ZERO;
        return due.equals(payoff)
                ? Optional.empty()
                : Optional.of("the games add up to " + due + ", but " + payoff + " was paid");
    }
}
