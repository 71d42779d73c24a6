package org.aepsych.strategies.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;

/** Mixtures with small denominators, whose exact sums stay small. */
final class SmallMixtures {
    private static final int WHOLE = 100;
    private static final int FINE = 10_000;

    private SmallMixtures() {}

    /** Returns the same weight for each of some actions, and none for the others. */
    static Mixture equal(int actions, List<Integer> among) {
        List<Rational> weights = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            weights.add(among.contains(action) ? Rational.of(1, among.size()) : Rational.ZERO);
        }
        return new Mixture(weights);
    }

    static Mixture uniform(int actions) {
        List<Rational> weights = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            weights.add(Rational.of(1, actions));
        }
        return new Mixture(weights);
    }

    /** Returns whole percentages, drawn by cutting 100 at random places. */
    static Mixture drawn(int actions, RandomGenerator random) {
        int[] cuts = new int[actions + 1];
        for (int i = 1; i < actions; i++) {
            cuts[i] = random.nextInt(WHOLE + 1);
        }
        cuts[actions] = WHOLE;
        Arrays.sort(cuts);
        List<Rational> weights = new ArrayList<>();
        for (int i = 0; i < actions; i++) {
            weights.add(Rational.of(cuts[i + 1] - cuts[i], WHOLE));
        }
        return new Mixture(weights);
    }

    /**
     * Rounds shares to hundredths of a percent that sum to exactly 1. What is above 0 stays above it; what is missing or
     * too much goes to the largest share.
     *
     * @param shares none negative, their sum above 0
     */
    static Mixture rounded(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        int[] parts = new int[shares.length];
        int rest = FINE;
        int largest = 0;
        for (int i = 0; i < shares.length; i++) {
            parts[i] = shares[i] > 0 ? Math.max(1, (int) Math.round(shares[i] / sum * FINE)) : 0;
            rest -= parts[i];
            largest = parts[i] > parts[largest] ? i : largest;
        }
        parts[largest] += rest;
        return new Mixture(
                Arrays.stream(parts).mapToObj(part -> Rational.of(part, FINE)).toList());
    }
}
