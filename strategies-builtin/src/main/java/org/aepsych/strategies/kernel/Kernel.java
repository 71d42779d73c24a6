package org.aepsych.strategies.kernel;

/**
 * A covariance function with its hyper-parameters set. Places are arrays of model coordinates, from an offset on, so that
 * one array can hold several stimuli. Immutable, thread-safe.
 */
public interface Kernel {
    /**
     * Returns the covariance of the latent function at two places.
     *
     * @param a array of the first place
     * @param i where it begins
     * @param b array of the second place
     * @param j where it begins
     * @return k(a, b)
     */
    double between(double[] a, int i, double[] b, int j);

    /**
     * Adds its derivatives by the hyper-parameters' coordinates.
     *
     * @param a array of the first place
     * @param i where it begins
     * @param b array of the second place
     * @param j where it begins
     * @param weight what derivatives are multiplied by
     * @param out one number for each hyper-parameter of the model
     */
    void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out);

    /**
     * Adds its derivatives by the coordinates of the first place; labels have none.
     *
     * @param a array of the first place
     * @param i where it begins
     * @param b array of the second place
     * @param j where it begins
     * @param weight what derivatives are multiplied by
     * @param out one number for each number in {@code a}
     */
    void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out);

    /**
     * Returns the covariance at two places that have arrays of their own.
     *
     * @param a the first place
     * @param b the second place
     * @return k(a, b)
     */
    default double between(double[] a, double[] b) {
        return between(a, 0, b, 0);
    }
}
