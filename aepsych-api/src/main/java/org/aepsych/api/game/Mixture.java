package org.aepsych.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.number.Rational;

/**
 * A mixed choice over a player's actions.
 *
 * @param weights one for each action, none negative, their sum exactly 1
 */
public record Mixture(List<Rational> weights) {
    /** Copies the weights and checks them. */
    public Mixture {
        weights = List.copyOf(weights);
        Rational sum = Rational.ZERO;
        for (Rational weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a weight is not negative, but is " + weight);
            }
            sum = sum.plus(weight);
        }
        if (!sum.equals(Rational.ONE)) {
            throw new IllegalArgumentException("the weights must sum to exactly 1, but sum to " + sum);
        }
    }

    /**
     * Returns the mixture as databases keep it.
     *
     * @return reduced rational numbers separated by blanks
     */
    @Override
    public String toString() {
        return weights.stream().map(Rational::toString).collect(Collectors.joining(" "));
    }

    /**
     * Reads a mixture as databases have it.
     *
     * @param text numbers separated by white space
     * @return the mixture
     * @throws IllegalArgumentException if a weight is not a number or negative, or the sum is not 1
     */
    public static Mixture parse(String text) {
        List<Rational> weights = new ArrayList<>();
        for (String word : text.trim().split("\\s+", -1)) {
            weights.add(Rational.parse(word));
        }
        return new Mixture(weights);
    }
}
