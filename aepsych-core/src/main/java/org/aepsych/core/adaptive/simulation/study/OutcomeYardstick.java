package org.aepsych.core.adaptive.simulation.study;

import java.util.Map;

/** How well the mean outcome of every stimulus is known. */
final class OutcomeYardstick implements Yardstick {
    private final double[] truth;

    OutcomeYardstick(double[] truth) {
        this.truth = truth.clone();
    }

    @Override
    public void measure(Beliefs beliefs, Map<Metric, Double> out) {
        double error = Errors.rootMeanSquare(truth, beliefs.predictions());
        double range = Errors.range(truth);
        out.put(Metric.OUTCOME_ERROR, error);
        if (range > 0) {
            out.put(Metric.RELATIVE_ERROR, error / range);
        }
    }
}
