package org.aepsych.strategies.gp;

import java.util.Arrays;

/**
 * Prior beliefs about hyper-parameters: gamma distributions for length-scales and amplitude, a normal distribution for
 * the mean. Densities are those of ℓ, s² and m; fitting in logarithms does not change them, so the mode stays the mode.
 *
 * @param lengthscale of every ℓ
 * @param amplitude of s²
 * @param meanDeviation standard deviation of m about 0
 */
public record HyperPrior(Gamma lengthscale, Gamma amplitude, double meanDeviation) {
    /**
     * The prior of B. Letham, P. Guan, C. Tymms, E. Bakshy and M. Shvartsman, Look-ahead acquisition functions for
     * Bernoulli level set estimation (AISTATS 2022): ℓ ~ Gamma(3, 6), s² ~ Gamma(2, 0.15), m ~ N(0, 2²), for stimuli
     * in the unit cube.
     *
     * @return the prior
     */
    public static HyperPrior standard() {
        return new HyperPrior(new Gamma(3, 6), new Gamma(2, 0.15), 2);
    }

    /** Returns the most probable hyper-parameters. */
    Hyperparameters mode(int dimension) {
        double[] lengthscales = new double[dimension];
        Arrays.fill(lengthscales, lengthscale.mode());
        return Hyperparameters.of(0, amplitude.mode(), lengthscales);
    }

    /** Returns the logarithm of the density up to a constant, and adds its gradient to another. */
    double logDensity(double[] coordinates, double[] gradient) {
        double m = coordinates[Hyperparameters.MEAN] / meanDeviation;
        gradient[Hyperparameters.MEAN] -= m / meanDeviation;
        double sum = -m * m / 2;
        for (int i = Hyperparameters.AMPLITUDE; i < coordinates.length; i++) {
            Gamma gamma = i == Hyperparameters.AMPLITUDE ? amplitude : lengthscale;
            double value = StrictMath.exp(coordinates[i]);
            sum += (gamma.shape - 1) * coordinates[i] - gamma.rate * value;
            gradient[i] += gamma.shape - 1 - gamma.rate * value;
        }
        return sum;
    }

    /**
     * A gamma distribution.
     *
     * @param shape above 1, so that there is a mode
     * @param rate above 0
     */
    public record Gamma(double shape, double rate) {
        /** Checks the numbers. */
        public Gamma {
            if (!(shape > 1 && rate > 0)) {
                throw new IllegalArgumentException("shape is above 1 and rate above 0: " + shape + ", " + rate);
            }
        }

        double mode() {
            return (shape - 1) / rate;
        }
    }
}
