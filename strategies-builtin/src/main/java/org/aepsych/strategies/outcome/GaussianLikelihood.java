package org.aepsych.strategies.outcome;

/** Outcomes that are the latent value plus independent normal noise. */
public final class GaussianLikelihood implements Likelihood {
    private static final double LOG_TWO_PI = StrictMath.log(2 * StrictMath.PI);

    private final double noise;
    private final int index;

    /**
     * A likelihood.
     *
     * @param noise variance of the noise, above 0
     * @param index place of its logarithm among the hyper-parameters, or −1 if it is not one
     */
    public GaussianLikelihood(double noise, int index) {
        this.noise = noise;
        this.index = index;
    }

    /**
     * Returns the variance of the noise.
     *
     * @return in squared units of the outcome, above 0
     */
    public double noise() {
        return noise;
    }

    @Override
    public void moments(double outcome, double mean, double variance, Moments out) {
        double total = noise + variance;
        double residual = outcome - mean;
        out.set(-(residual * residual / total + StrictMath.log(total) + LOG_TWO_PI) / 2, residual / total, 1 / total);
    }

    @Override
    public void addGradient(double outcome, double mean, double variance, double weight, double[] out) {
        if (index >= 0) {
            double total = noise + variance;
            double residual = outcome - mean;
            out[index] += weight * noise * (residual * residual / total - 1) / (2 * total);
        }
    }

    @Override
    public double expected(double mean, double variance) {
        return mean;
    }

    @Override
    public double latent(double expected) {
        return expected;
    }

    @Override
    public double information(double mean, double variance) {
        return 1 / noise;
    }
}
