package org.aepsych.strategies.kernel;

import java.util.List;
import java.util.OptionalDouble;
import org.aepsych.strategies.prior.Hyperparameter;
import org.aepsych.strategies.prior.Prior;

/**
 * What is believed about the common hyper-parameters of a latent function.
 *
 * @param mean prior of the constant mean
 * @param fixedMean the mean, if it is not fitted
 * @param amplitude prior of the variance
 * @param amplitudeStart where the fit of the variance begins
 * @param fixedAmplitude the variance, if it is not fitted
 * @param lengthscale prior of every length-scale
 * @param lengthscaleStart where the fit of length-scales begins
 * @param fixedLengthscales the length-scales, one for each dimension, if they are not fitted; else empty
 */
public record PriorSet(
        Prior mean,
        OptionalDouble fixedMean,
        Prior amplitude,
        double amplitudeStart,
        OptionalDouble fixedAmplitude,
        Prior lengthscale,
        double lengthscaleStart,
        List<Double> fixedLengthscales) {
    private static final int MANY_DIMENSIONS = 4;
    private static final double MOST_MEAN = 4;
    private static final double LEAST_SCALE = 0.01;
    private static final double MOST_AMPLITUDE = 200;
    private static final double MOST_LENGTHSCALE = 50;

    /**
     * The priors of B. Letham, P. Guan, C. Tymms, E. Bakshy and M. Shvartsman, Look-ahead acquisition functions for
     * Bernoulli level set estimation (AISTATS 2022): ℓ ~ Gamma(3, 6), s² ~ Gamma(2, 0.15), m ~ N(0, 2²), for stimuli
     * in the unit cube; fits begin at their modes.
     *
     * @return the priors
     */
    public static PriorSet standard() {
        return new PriorSet(
                new Prior.Normal(0, 2),
                OptionalDouble.empty(),
                new Prior.Gamma(2, 0.15),
                1 / 0.15,
                OptionalDouble.empty(),
                new Prior.Gamma(3, 6),
                1.0 / 3,
                List.of());
    }

    /**
     * Priors whose length-scales grow with the dimension, as distances do: Gamma distributions with the mode ½√(d/2) up to
     * three dimensions; from four on ℓ has the shape 10 and the mode 0.45√(d/2), and s² ~ Gamma(3, 1), because under the
     * standard priors fits to some hundred trials mistake noise for detail. Chosen by Brier scores after 150 quasi-random
     * trials of the problems of {@code bench strategies}.
     *
     * @param dimension of the space
     * @return the priors
     */
    public static PriorSet scaled(int dimension) {
        double growth = StrictMath.sqrt(Math.max(1, dimension) / 2.0);
        if (dimension < MANY_DIMENSIONS) {
            return standard().withLengthscale(gamma(6, 0.5 * growth), 0.5 * growth);
        }
        return standard()
                .withLengthscale(gamma(10, 0.45 * growth), 0.45 * growth)
                .withAmplitude(new Prior.Gamma(3, 1), 2);
    }

    private static Prior gamma(double shape, double mode) {
        return new Prior.Gamma(shape, (shape - 1) / mode);
    }

    /** Copies the list. */
    public PriorSet {
        fixedLengthscales = List.copyOf(fixedLengthscales);
    }

    /**
     * Returns these priors with another mean that is not fitted.
     *
     * @param value the mean
     * @return a copy
     */
    public PriorSet withFixedMean(double value) {
        return new PriorSet(
                mean,
                OptionalDouble.of(value),
                amplitude,
                amplitudeStart,
                fixedAmplitude,
                lengthscale,
                lengthscaleStart,
                fixedLengthscales);
    }

    /**
     * Returns these priors with another belief about variances.
     *
     * @param prior of every variance
     * @param start where fits of it begin
     * @return a copy, in which variances are fitted
     */
    public PriorSet withAmplitude(Prior prior, double start) {
        return new PriorSet(
                mean,
                fixedMean,
                prior,
                start,
                OptionalDouble.empty(),
                lengthscale,
                lengthscaleStart,
                fixedLengthscales);
    }

    /**
     * Returns these priors with a variance that is not fitted.
     *
     * @param value the variance, above 0
     * @return a copy
     */
    public PriorSet withFixedAmplitude(double value) {
        return new PriorSet(
                mean,
                fixedMean,
                amplitude,
                amplitudeStart,
                OptionalDouble.of(value),
                lengthscale,
                lengthscaleStart,
                fixedLengthscales);
    }

    /**
     * Returns these priors with another belief about length-scales.
     *
     * @param prior of every length-scale
     * @param start where fits of it begin
     * @return a copy, in which length-scales are fitted
     */
    public PriorSet withLengthscale(Prior prior, double start) {
        return new PriorSet(mean, fixedMean, amplitude, amplitudeStart, fixedAmplitude, prior, start, List.of());
    }

    /**
     * Returns these priors with length-scales that are not fitted.
     *
     * @param values one for each dimension, above 0
     * @return a copy
     */
    public PriorSet withFixedLengthscales(List<Double> values) {
        return new PriorSet(
                mean, fixedMean, amplitude, amplitudeStart, fixedAmplitude, lengthscale, lengthscaleStart, values);
    }

    Hyperparameter meanParameter(String name) {
        return new Hyperparameter(name, Hyperparameter.Role.MEAN, mean, -MOST_MEAN, MOST_MEAN, 0);
    }

    Hyperparameter amplitudeParameter(String name) {
        return new Hyperparameter(
                name, Hyperparameter.Role.VARIANCE, amplitude, LEAST_SCALE, MOST_AMPLITUDE, amplitudeStart);
    }

    Hyperparameter lengthscaleParameter(String name) {
        return new Hyperparameter(
                name, Hyperparameter.Role.LENGTHSCALE, lengthscale, LEAST_SCALE, MOST_LENGTHSCALE, lengthscaleStart);
    }
}
