package org.aepsych.strategies.outcome;

/** The logarithm of an average and its first two derivatives by the mean. Mutable, so that a loop needs only one. */
public final class Moments {
    private double logMass;
    private double slope;
    private double curvature;

    /** Makes room for results. */
    public Moments() {}

    void set(double newLogMass, double newSlope, double newCurvature) {
        logMass = newLogMass;
        slope = newSlope;
        curvature = newCurvature;
    }

    /**
     * Returns the logarithm of the probability or density.
     *
     * @return ln Z
     */
    public double logMass() {
        return logMass;
    }

    /**
     * Returns its derivative by the mean.
     *
     * @return ∂ ln Z/∂m
     */
    public double slope() {
        return slope;
    }

    /**
     * Returns minus its second derivative by the mean.
     *
     * @return −∂² ln Z/∂m²; below 0 where the likelihood is not log-concave
     */
    public double curvature() {
        return curvature;
    }
}
