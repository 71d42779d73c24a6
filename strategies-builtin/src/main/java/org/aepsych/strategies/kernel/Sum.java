package org.aepsych.strategies.kernel;

/**
 * The covariance of a sum of independent functions.
 *
 * @param first covariance of one
 * @param second covariance of the other
 */
record Sum(Kernel first, Kernel second) implements Kernel {
    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return first.between(a, i, b, j) + second.between(a, i, b, j);
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        first.addGradient(a, i, b, j, weight, out);
        second.addGradient(a, i, b, j, weight, out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        first.addSlope(a, i, b, j, weight, out);
        second.addSlope(a, i, b, j, weight, out);
    }
}
