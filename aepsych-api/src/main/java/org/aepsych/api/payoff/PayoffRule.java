package org.aepsych.api.payoff;

import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;

/** Turns what was played in a round into payoffs. Pure: the same input gives the same output. Thread-safe. */
@FunctionalInterface
public interface PayoffRule {
    /**
     * Settles a round.
     *
     * @param round what was played
     * @return averages and payoffs, exact
     */
    Settlement settle(RoundResult round);

    /**
     * Tells against what a participant was paid, so that the payoff can be unfolded: the sum over all combinations of
     * actions of their weights times the payoff of the cell. A rule that pays in another way leaves this out.
     *
     * @param round what was played
     * @param settlement what this rule made of it
     * @param participant somebody who was paid for the game
     * @param game id of the game
     * @return against what; empty if the payoff is not such a sum
     */
    default Optional<Opposition> met(RoundResult round, Settlement settlement, ParticipantId participant, int game) {
        return Optional.empty();
    }
}
