package org.aepsych.core.adaptive.simulation.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.aepsych.api.strategy.ModelQueries.Prediction;

/** How good the stimulus is that a model takes for the best. */
final class BestYardstick implements Yardstick {
    private final double[] truth;
    private final ToDoubleFunction<Prediction> believed;

    /** Takes that for the best whose prediction is highest. */
    BestYardstick(double[] truth, ToDoubleFunction<Prediction> believed) {
        this.truth = truth.clone();
        this.believed = believed;
    }

    @Override
    public void measure(Beliefs beliefs, Map<Metric, Double> out) {
        double range = Errors.range(truth);
        if (range > 0) {
            double highest = Arrays.stream(truth).max().orElse(0);
            out.put(Metric.SHORTFALL, (highest - truth[best(beliefs.predictions())]) / range);
        }
    }

    private int best(List<Prediction> predictions) {
        int best = 0;
        for (int i = 1; i < predictions.size(); i++) {
            if (believed.applyAsDouble(predictions.get(i)) > believed.applyAsDouble(predictions.get(best))) {
                best = i;
            }
        }
        return best;
    }
}
