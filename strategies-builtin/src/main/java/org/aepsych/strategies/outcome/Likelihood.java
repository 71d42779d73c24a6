package org.aepsych.strategies.outcome;

/**
 * How probable outcomes are for a value of the latent function. Averages over a normally distributed latent value are in
 * closed form; with a variance of 0 they are the values at the mean. Immutable, thread-safe.
 */
public interface Likelihood {
    /**
     * Computes how probable an outcome is, averaged over the latent value, with derivatives by the latent mean.
     *
     * @param outcome what was observed
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param out receives the result
     */
    void moments(double outcome, double mean, double variance, Moments out);

    /**
     * Adds the derivatives of the logarithm of that probability by the likelihood's own hyper-parameters.
     *
     * @param outcome what was observed
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @param weight what derivatives are multiplied by
     * @param out one number for each hyper-parameter of the model
     */
    default void addGradient(double outcome, double mean, double variance, double weight, double[] out) {}

    /**
     * Returns the expected outcome: of a binary outcome the probability of 1.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @return the expected outcome
     */
    double expected(double mean, double variance);

    /**
     * Returns the latent value at which an outcome is expected.
     *
     * @param expected the expected outcome
     * @return the latent value
     * @throws IllegalArgumentException if none has that expectation
     */
    double latent(double expected);

    /**
     * Returns how much one outcome is expected to tell about the latent value: the precision of a normally distributed
     * measurement that would tell as much.
     *
     * @param mean of the latent value
     * @param variance of the latent value, from 0
     * @return expected −∂² ln p/∂f² at the mean, from 0
     */
    double information(double mean, double variance);

    /**
     * Returns how binary outcomes depend on the latent value.
     *
     * @return the link
     * @throws IllegalStateException if outcomes are not binary
     */
    default Link link() {
        throw new IllegalStateException("outcomes are not binary, so there is no link");
    }
}
