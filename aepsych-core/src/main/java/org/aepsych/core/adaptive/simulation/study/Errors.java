package org.aepsych.core.adaptive.simulation.study;

import java.util.Arrays;
import java.util.List;
import org.aepsych.api.strategy.ModelQueries.Prediction;

/** How far predictions are from the truth. */
final class Errors {
    private Errors() {}

    /** Returns the root mean square error of expected outcomes. */
    static double rootMeanSquare(double[] truth, List<Prediction> predictions) {
        double square = 0;
        for (int i = 0; i < truth.length; i++) {
            square += Math.pow(truth[i] - predictions.get(i).probability(), 2);
        }
        return Math.sqrt(square / truth.length);
    }

    /** Returns the highest minus the lowest. */
    static double range(double[] values) {
        return Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
    }
}
