package org.aepsych.api.strategy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aepsych.api.space.Stimulus;

/** The power of a strategy that has a model to say what it believes; test for it with {@code instanceof}. */
public interface ModelQueries {
    /**
     * Returns the model's name, as the experiment file gave it.
     *
     * @return such as {@code GPClassificationModel}; empty if the step has no model
     */
    Optional<String> modelName();

    /**
     * Returns the acquisition function's name, as the experiment file gave it.
     *
     * @return such as {@code EAVC}; empty if the strategy has none
     */
    Optional<String> acquisitionName();

    /**
     * Predicts the responses at some stimuli from all observations so far.
     *
     * @param stimuli where; at least one
     * @return one prediction each, in order; empty if there is no model or nothing was observed
     */
    List<Prediction> predict(List<Stimulus> stimuli);

    /**
     * Returns the value of the latent function at which the response probability is given; for outcomes that are not
     * binary, at which the outcome is expected.
     *
     * @param probability the response probability
     * @return the latent value; empty if there is no model, or no latent value has that probability
     */
    default OptionalDouble latent(double probability) {
        return OptionalDouble.empty();
    }

    /**
     * A belief about one stimulus.
     *
     * @param mean posterior mean of the latent function
     * @param variance posterior variance of the latent function
     * @param probability posterior mean of the response probability; for outcomes that are not binary the mean
     */
    record Prediction(double mean, double variance, double probability) {}
}
