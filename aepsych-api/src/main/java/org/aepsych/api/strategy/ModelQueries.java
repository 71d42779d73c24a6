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
     * Predicts one of several outcomes.
     *
     * @param outcome 0-based
     * @param stimuli where; at least one
     * @return one prediction each, in order; empty if there is no model or nothing was observed
     */
    default List<Prediction> predict(int outcome, List<Stimulus> stimuli) {
        return outcome == 0 ? predict(stimuli) : List.of();
    }

    /**
     * Estimates where an expected outcome crosses a value as a parameter varies between its bounds.
     *
     * @param line which outcome, along which parameter, and where the others are held
     * @param target the expected outcome: of binary outcomes, the response probability
     * @return the threshold in raw units, or the nearer bound if there is none; empty if there is no model of the outcome
     *     or nothing was observed
     * @throws org.aepsych.api.AepsychException if the parameter is none or no number, or the target cannot be expected
     */
    default Optional<Estimate> threshold(Line line, double target) {
        return Optional.empty();
    }

    /**
     * Estimates the just noticeable difference at a stimulus: by how much a parameter has to rise until the latent
     * function has changed by 1.
     *
     * @param line which outcome, along which parameter, and at which stimulus
     * @param difference how the change is measured
     * @return the difference in raw units, infinite if there is none within the bounds; empty if there is no model of the
     *     outcome or nothing was observed
     * @throws org.aepsych.api.AepsychException if the parameter is none or no number
     */
    default Optional<Estimate> noticeableDifference(Line line, Difference difference) {
        return Optional.empty();
    }

    /**
     * A line through the space of the stimuli, along which one parameter varies.
     *
     * @param through a stimulus on it, which holds the other parameters
     * @param parameter name of the parameter that varies, a number
     * @param outcome which outcome is looked at, 0-based
     * @param credibility probability that what is estimated lies within its interval, above 0 and below 1
     */
    record Line(Stimulus through, String parameter, int outcome, double credibility) {}

    /** How a just noticeable difference is measured. */
    enum Difference {
        /** By the way to the nearest place above at which the latent function is higher by 1. */
        STEP,
        /** By the slope alone: 1 / |∂f/∂x|, the first order of Taylor's series. */
        TAYLOR
    }

    /**
     * A number with its uncertainty.
     *
     * @param value the estimate
     * @param lower lower end of the credible interval
     * @param upper upper end of the credible interval
     */
    record Estimate(double value, double lower, double upper) {}

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
     * Returns the outcome that is expected at a value of the latent function: of a binary outcome the response
     * probability. It never falls as the latent value rises, so quantiles of the one are quantiles of the other.
     *
     * @param outcome 0-based
     * @param latent value of the latent function
     * @return the expected outcome; empty if there is no model, or it does not say
     */
    default OptionalDouble expected(int outcome, double latent) {
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
