package org.aepsych.strategies.generator;

import java.util.Arrays;
import java.util.List;

/**
 * What a model learns from one observation.
 *
 * @param x the stimulus as models see it, one coordinate for each free parameter
 * @param yes whether the response was 1
 */
public record Trial(List<Double> x, boolean yes) {
    /** Copies the coordinates. */
    public Trial {
        x = List.copyOf(x);
    }

    static Trial of(double[] x, boolean yes) {
        return new Trial(Arrays.stream(x).boxed().toList(), yes);
    }

    double[] toArray() {
        return x.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
