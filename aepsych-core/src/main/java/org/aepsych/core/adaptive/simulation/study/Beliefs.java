package org.aepsych.core.adaptive.simulation.study;

import java.util.List;
import java.util.OptionalDouble;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.ModelQueries.Prediction;

/**
 * What a model believes about an outcome after some trials.
 *
 * @param model the model
 * @param outcome 0-based
 * @param predictions at each of the {@link Places}
 */
record Beliefs(ModelQueries model, int outcome, List<Prediction> predictions) {
    private static final double FARTHEST = 64;
    private static final int HALVINGS = 100;

    List<Prediction> at(List<Stimulus> stimuli) {
        return model.predict(outcome, stimuli);
    }

    /** Returns the latent value at which an outcome is expected; empty if there is none. */
    OptionalDouble level(double target) {
        return outcome == 0 ? model.latent(target) : searched(target);
    }

    private OptionalDouble searched(double target) {
        double low = -FARTHEST;
        double high = FARTHEST;
        if (!(expected(low) < target && expected(high) > target)) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (expected(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private double expected(double latent) {
        return model.expected(outcome, latent).orElse(Double.NaN);
    }
}
