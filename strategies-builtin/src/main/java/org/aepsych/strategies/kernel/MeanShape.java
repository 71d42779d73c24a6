package org.aepsych.strategies.kernel;

/** A mean function whose hyper-parameters are not set yet. Immutable, thread-safe. */
@FunctionalInterface
public interface MeanShape {
    /**
     * Sets the hyper-parameters.
     *
     * @param coordinates of all hyper-parameters of the model
     * @return the mean function
     */
    MeanFunction at(double[] coordinates);

    /**
     * A constant mean without hyper-parameters.
     *
     * @param value the mean
     * @return the shape
     */
    static MeanShape fixed(double value) {
        MeanFunction mean = MeanFunction.constant(value, -1);
        return coordinates -> mean;
    }
}
