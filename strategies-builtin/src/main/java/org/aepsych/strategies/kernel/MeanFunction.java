package org.aepsych.strategies.kernel;

/** The prior mean of a latent function with its hyper-parameters set. Immutable, thread-safe. */
public interface MeanFunction {
    /**
     * Returns the prior mean.
     *
     * @param place model coordinates
     * @return the mean there
     */
    double at(double[] place);

    /**
     * Adds its derivatives by the hyper-parameters' coordinates.
     *
     * @param place model coordinates
     * @param weight what derivatives are multiplied by
     * @param out one number for each hyper-parameter of the model
     */
    void addGradient(double[] place, double weight, double[] out);

    /**
     * Adds its derivatives by the coordinates of the place.
     *
     * @param place model coordinates
     * @param weight what derivatives are multiplied by
     * @param out one number for each coordinate
     */
    void addSlope(double[] place, double weight, double[] out);

    /**
     * A mean that is the same everywhere.
     *
     * @param value the mean
     * @param index its place among the hyper-parameters, or −1 if it is none
     * @return the mean function
     */
    static MeanFunction constant(double value, int index) {
        return new MeanFunction() {
            @Override
            public double at(double[] place) {
                return value;
            }

            @Override
            public void addGradient(double[] place, double weight, double[] out) {
                if (index >= 0) {
                    out[index] += weight;
                }
            }

            @Override
            public void addSlope(double[] place, double weight, double[] out) {}
        };
    }
}
