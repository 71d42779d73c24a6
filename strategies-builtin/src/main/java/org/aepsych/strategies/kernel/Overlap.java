package org.aepsych.strategies.kernel;

/**
 * A covariance of variance 1 of labels: exp(−mean of 1[different]/ℓ) over the labels (the categorical covariance of
 * BoTorch's mixed Gaussian processes).
 */
final class Overlap implements Kernel {
    private final int[] dimensions;
    private final int[] indices;
    private final double[] costs;

    Overlap(int[] dimensions, int[] indices, double[] lengthscales) {
        this.dimensions = dimensions;
        this.indices = indices;
        costs = new double[lengthscales.length];
        for (int d = 0; d < lengthscales.length; d++) {
            costs[d] = 1 / (lengthscales[d] * dimensions.length);
        }
    }

    @Override
    public double between(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int d = 0; d < dimensions.length; d++) {
            sum += differ(a, i, b, j, d) ? costs[d] : 0;
        }
        return StrictMath.exp(-sum);
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double covariance = between(a, i, b, j);
        for (int d = 0; d < dimensions.length; d++) {
            if (differ(a, i, b, j, d)) {
                out[indices[d]] += weight * covariance * costs[d];
            }
        }
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {}

    private boolean differ(double[] a, int i, double[] b, int j, int d) {
        return a[i + dimensions[d]] != b[j + dimensions[d]];
    }
}
