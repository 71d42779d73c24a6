package org.aepsych.strategies.kernel;

/**
 * The covariance x x′ of functions that are proportional to one coordinate.
 *
 * @param dimension which coordinate of a place
 */
record Linear(int dimension) implements Kernel {
    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return a[i + dimension] * b[j + dimension];
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {}

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        out[i + dimension] += weight * b[j + dimension];
    }
}
