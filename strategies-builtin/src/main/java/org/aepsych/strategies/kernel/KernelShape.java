package org.aepsych.strategies.kernel;

/** A covariance function whose hyper-parameters are not set yet. Immutable, thread-safe. */
@FunctionalInterface
public interface KernelShape {
    /**
     * Sets the hyper-parameters.
     *
     * @param coordinates of all hyper-parameters of the model
     * @return the covariance function
     */
    Kernel at(double[] coordinates);
}
