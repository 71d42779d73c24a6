package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aepsych.strategies.math.Objective;

/** Compares gradients with finite differences. */
final class Gradients {
    private Gradients() {}

    static void assertExact(Objective objective, double... x) {
        double[] gradient = new double[x.length];
        objective.at(x, gradient);
        double h = 1e-4;
        for (int i = 0; i < x.length; i++) {
            double slope = (8 * (shifted(objective, x, i, h) - shifted(objective, x, i, -h))
                            - (shifted(objective, x, i, 2 * h) - shifted(objective, x, i, -2 * h)))
                    / (12 * h);
            assertThat(gradient[i])
                    .as("coordinate %d", i)
                    .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    private static double shifted(Objective objective, double[] x, int i, double by) {
        double[] there = x.clone();
        there[i] += by;
        return objective.at(there, new double[x.length]);
    }
}
