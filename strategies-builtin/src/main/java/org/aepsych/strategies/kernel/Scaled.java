package org.aepsych.strategies.kernel;

/**
 * A covariance times a variance.
 *
 * @param variance what it is multiplied by, above 0
 * @param index place of the variance's logarithm among the hyper-parameters, or −1 if it is none
 * @param kernel what is multiplied
 */
record Scaled(double variance, int index, Kernel kernel) implements Kernel {
    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return variance * kernel.between(a, i, b, j);
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        if (index >= 0) {
            out[index] += weight * between(a, i, b, j);
        }
        kernel.addGradient(a, i, b, j, weight * variance, out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        kernel.addSlope(a, i, b, j, weight * variance, out);
    }
}
