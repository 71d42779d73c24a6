package org.aepsych.core.game.equilibrium;

import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;

/**
 * A Nash equilibrium of a bimatrix game: neither side can earn more by playing otherwise.
 *
 * @param row what the row player plays
 * @param column what the column player plays
 * @param rowPayoff what the row player earns on average
 * @param columnPayoff what the column player earns on average
 */
public record Equilibrium(Mixture row, Mixture column, Rational rowPayoff, Rational columnPayoff) {
    /**
     * Tells whether nobody mixes.
     *
     * @return whether each side plays one action
     */
    public boolean pure() {
        return row.weights().contains(Rational.ONE) && column.weights().contains(Rational.ONE);
    }
}
