package org.aepsych.strategies.outcome;

/**
 * How a number that depends on a normally distributed latent value changes with the moments of that value. Mutable, so
 * that a loop needs only one.
 */
public final class Sensitivity {
    private double byMean;
    private double byVariance;
    private double byCovariance;
    private double byLimit;

    /** Nothing changes yet. */
    public Sensitivity() {}

    /**
     * Sets the derivatives of a number that depends on nothing else.
     *
     * @param mean derivative by the mean
     * @param variance derivative by the variance
     */
    public void set(double mean, double variance) {
        set(mean, variance, 0, 0);
    }

    /**
     * Sets the derivatives of a number that depends on another number's covariance too.
     *
     * @param mean derivative by the mean
     * @param variance derivative by the variance
     * @param covariance derivative by the covariance
     */
    public void set(double mean, double variance, double covariance) {
        set(mean, variance, covariance, 0);
    }

    void set(double mean, double variance, double covariance, double limit) {
        byMean = mean;
        byVariance = variance;
        byCovariance = covariance;
        byLimit = limit;
    }

    /**
     * Returns the derivative by the mean of the latent value.
     *
     * @return ∂/∂μ
     */
    public double byMean() {
        return byMean;
    }

    /**
     * Returns the derivative by the variance of the latent value.
     *
     * @return ∂/∂σ²
     */
    public double byVariance() {
        return byVariance;
    }

    /**
     * Returns the derivative by the covariance of the latent value with another number.
     *
     * @return 0 if there is no other number
     */
    public double byCovariance() {
        return byCovariance;
    }

    /**
     * Returns the derivative by the limit of another number.
     *
     * @return 0 if there is no limit
     */
    public double byLimit() {
        return byLimit;
    }
}
