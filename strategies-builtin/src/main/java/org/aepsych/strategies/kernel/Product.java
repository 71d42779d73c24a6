package org.aepsych.strategies.kernel;

/**
 * The product of two covariances: functions are alike where they are alike in both respects.
 *
 * @param first one covariance
 * @param second the other
 */
record Product(Kernel first, Kernel second) implements Kernel {
    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return first.between(a, i, b, j) * second.between(a, i, b, j);
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        first.addGradient(a, i, b, j, weight * second.between(a, i, b, j), out);
        second.addGradient(a, i, b, j, weight * first.between(a, i, b, j), out);
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        first.addSlope(a, i, b, j, weight * second.between(a, i, b, j), out);
        second.addSlope(a, i, b, j, weight * first.between(a, i, b, j), out);
    }
}
