package org.aepsych.strategies.kernel;

/**
 * Covariances of variance 1 that fall with the distance r, r² = Σ Δ²/ℓ²: the squared exponential exp(−r²/2), or Matérn's
 * with 5/2 degrees of smoothness (C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, 2006,
 * section 4.2). Labels differ by 0 or 1, whatever their numbers.
 */
final class Radial implements Kernel {
    /** How the covariance falls with the distance. */
    enum Profile {
        /** Infinitely often differentiable functions. */
        SQUARED_EXPONENTIAL {
            @Override
            double at(double square) {
                return StrictMath.exp(-square / 2);
            }

            @Override
            double slope(double square) {
                return -StrictMath.exp(-square / 2) / 2;
            }
        },
        /** Twice differentiable functions. */
        MATERN {
            @Override
            double at(double square) {
                double r = StrictMath.sqrt(5 * square);
                return (1 + r + r * r / 3) * StrictMath.exp(-r);
            }

            @Override
            double slope(double square) {
                double r = StrictMath.sqrt(5 * square);
                return -5.0 / 6 * (1 + r) * StrictMath.exp(-r);
            }
        };

        abstract double at(double square);

        /** Returns the derivative by r². */
        abstract double slope(double square);
    }

    private final Profile profile;
    private final int[] dimensions;
    private final boolean[] nominal;
    private final int[] indices;
    private final double[] inverseSquares;

    /**
     * A covariance.
     *
     * @param profile how it falls
     * @param dimensions which coordinates of a place it looks at
     * @param nominal which coordinates of a place are labels
     * @param indices place of each dimension's length-scale among the hyper-parameters, or −1 if it is none
     * @param lengthscales of each dimension, above 0
     */
    Radial(Profile profile, int[] dimensions, boolean[] nominal, int[] indices, double[] lengthscales) {
        this.profile = profile;
        this.dimensions = dimensions;
        this.nominal = nominal;
        this.indices = indices;
        inverseSquares = new double[lengthscales.length];
        for (int d = 0; d < lengthscales.length; d++) {
            inverseSquares[d] = 1 / (lengthscales[d] * lengthscales[d]);
        }
    }

    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return profile.at(square(a, i, b, j));
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double slope = -2 * weight * profile.slope(square(a, i, b, j));
        for (int d = 0; d < dimensions.length; d++) {
            if (indices[d] >= 0) {
                out[indices[d]] += slope * squaredDifference(a, i, b, j, d) * inverseSquares[d];
            }
        }
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {
        double slope = 2 * weight * profile.slope(square(a, i, b, j));
        for (int d = 0; d < dimensions.length; d++) {
            int dimension = dimensions[d];
            if (!nominal[dimension]) {
                out[i + dimension] += slope * (a[i + dimension] - b[j + dimension]) * inverseSquares[d];
            }
        }
    }

    private double square(double[] a, int i, double[] b, int j) {
        double sum = 0;
        for (int d = 0; d < dimensions.length; d++) {
            sum += squaredDifference(a, i, b, j, d) * inverseSquares[d];
        }
        return sum;
    }

    private double squaredDifference(double[] a, int i, double[] b, int j, int d) {
        int dimension = dimensions[d];
        double difference = a[i + dimension] - b[j + dimension];
        if (nominal[dimension]) {
            return difference == 0 ? 0 : 1;
        }
        return difference * difference;
    }
}
