package org.aepsych.strategies.gp;

/**
 * The squared exponential covariance with a length-scale for each dimension, s² exp(−½ Σ Δ²/ℓ²). Labels differ by 0 or
 * 1, whatever their numbers.
 */
final class RbfKernel {
    private final double amplitude;
    private final double[] halfInverseSquares;
    private final boolean[] nominal;

    RbfKernel(Hyperparameters hyperparameters, boolean[] nominal) {
        this.nominal = nominal;
        amplitude = hyperparameters.amplitude();
        halfInverseSquares = new double[nominal.length];
        for (int j = 0; j < nominal.length; j++) {
            double lengthscale = hyperparameters.lengthscale(j);
            halfInverseSquares[j] = 0.5 / (lengthscale * lengthscale);
        }
    }

    double amplitude() {
        return amplitude;
    }

    double between(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < halfInverseSquares.length; j++) {
            sum += squaredDifference(a, b, j, nominal) * halfInverseSquares[j];
        }
        return amplitude * StrictMath.exp(-sum);
    }

    /** Writes the whole symmetric matrix of covariances among trials. */
    void matrix(TrainingSet data, double[] out) {
        int n = data.size();
        for (int i = 0; i < n; i++) {
            out[i * n + i] = amplitude;
            for (int k = i + 1; k < n; k++) {
                double covariance = between(data.x(i), data.x(k));
                out[i * n + k] = covariance;
                out[k * n + i] = covariance;
            }
        }
    }

    static double squaredDifference(double[] a, double[] b, int j, boolean[] nominal) {
        double difference = a[j] - b[j];
        if (nominal[j]) {
            return difference == 0 ? 0 : 1;
        }
        return difference * difference;
    }
}
