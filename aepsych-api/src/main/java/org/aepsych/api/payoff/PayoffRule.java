package org.aepsych.api.payoff;

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
}
