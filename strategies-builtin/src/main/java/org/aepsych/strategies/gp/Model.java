package org.aepsych.strategies.gp;

import java.util.List;

/**
 * A model of one outcome: it fits its hyper-parameters to trials, and with these it conditions its latent function on
 * trials. Both are functions of their arguments alone (a fit that a time budget cuts short excepted), and cost the same
 * number of evaluations on every machine. Immutable, thread-safe.
 *
 * <p>The numbers that {@link #fit} and {@link #refit} return travel in the memory of a strategy's proposal, so that after a
 * restart {@link #posterior} gives the same bits without a fit. A fit that has a budget of time gives one number more, how
 * it ended; nothing is computed from it.
 */
public interface Model {
    /**
     * Fits hyper-parameters from scratch.
     *
     * @param data the trials; without any, the result is where fits begin
     * @return the coordinates of the hyper-parameters, always as many; and how the fit ended, if it had a budget of time
     */
    List<Double> fit(TrainingSet data);

    /**
     * Fits hyper-parameters from scratch, the earlier ones being one of several places where the search begins.
     *
     * @param data the trials
     * @param from hyper-parameters fitted to fewer of them
     * @return the coordinates of the hyper-parameters
     */
    default List<Double> fit(TrainingSet data, List<Double> from) {
        return fit(data);
    }

    /**
     * Adapts hyper-parameters to more trials.
     *
     * @param data the trials
     * @param from hyper-parameters fitted to fewer of them
     * @return the coordinates of the hyper-parameters
     */
    List<Double> refit(TrainingSet data, List<Double> from);

    /**
     * Conditions the latent function on trials.
     *
     * @param data the trials
     * @param hyperparameters fitted before
     * @return the posterior
     */
    Posterior posterior(TrainingSet data, List<Double> hyperparameters);

    /**
     * Returns how many hyper-parameters {@link #fit} gives.
     *
     * @return from 1
     */
    int size();

    /**
     * Returns how many different outcomes there can be.
     *
     * @return 2 for binary outcomes, the number of categories for ordinal ones, and 0 for continuous ones
     */
    default int levels() {
        return 2;
    }
}
