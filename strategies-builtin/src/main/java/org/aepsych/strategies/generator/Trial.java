package org.aepsych.strategies.generator;

import java.util.Arrays;
import java.util.List;

/**
 * What a model learns from one observation.
 *
 * @param x the presentation as models see it, one coordinate for each free parameter of each stimulus
 * @param outcomes what came of it, one number for each outcome
 */
public record Trial(List<Double> x, List<Double> outcomes) {
    /** Copies the lists. */
    public Trial {
        x = List.copyOf(x);
        outcomes = List.copyOf(outcomes);
    }

    static Trial of(double[] x, List<Double> outcomes) {
        return new Trial(Arrays.stream(x).boxed().toList(), outcomes);
    }

    double[] toArray() {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
