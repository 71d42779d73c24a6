package org.aepsych.strategies.prior;

/** What is believed about several hyper-parameters together. Immutable, thread-safe. */
@FunctionalInterface
public interface JointPrior {
    /**
     * Returns the logarithm of the density, up to a constant, and adds its gradient to another.
     *
     * @param coordinates of all hyper-parameters of the model
     * @param gradient to which it is added
     * @return ln p
     */
    double logDensity(double[] coordinates, double[] gradient);
}
