package org.aepsych.strategies.gp;

import java.util.random.RandomGenerator;
import org.aepsych.strategies.math.Cholesky;

/** A multivariate normal distribution: the latent function at several places. Immutable, thread-safe. */
public final class JointNormal {
    private static final double LEAST_JITTER = 1e-10;
    private static final double MOST_JITTER = 1e-2;

    private final double[] means;
    private final double[] covariances;

    JointNormal(double[] means, double[] covariances) {
        this.means = means;
        this.covariances = covariances;
    }

    /**
     * Returns the number of places.
     *
     * @return from 0
     */
    public int size() {
        return means.length;
    }

    /**
     * Returns the mean at a place.
     *
     * @param i 0-based
     * @return μ
     */
    public double mean(int i) {
        return means[i];
    }

    /**
     * Returns the covariance at two places.
     *
     * @param i 0-based
     * @param j 0-based
     * @return the variance if both are the same
     */
    public double covariance(int i, int j) {
        return covariances[i * means.length + j];
    }

    /**
     * Draws from the distribution. The diagonal is raised by as little as makes the covariance matrix safely positive
     * definite, from a ten-thousand-millionth of the largest variance on.
     *
     * @param draws how many
     * @param random decides them
     * @return one row for each draw
     */
    public double[][] draw(int draws, RandomGenerator random) {
        int m = means.length;
        double[] factor = factor();
        double[][] drawn = new double[draws][m];
        for (double[] row : drawn) {
            System.arraycopy(means, 0, row, 0, m);
            for (int k = 0; k < m; k++) {
                double z = random.nextGaussian();
                for (int j = k; j < m; j++) {
                    row[j] += z * factor[k * m + j];
                }
            }
        }
        return drawn;
    }

    private double[] factor() {
        int m = means.length;
        double largest = 0;
        for (int i = 0; i < m; i++) {
            largest = Math.max(largest, covariances[i * m + i]);
        }
        for (double jitter = LEAST_JITTER; jitter <= MOST_JITTER; jitter *= 10) {
            double[] factor = covariances.clone();
            for (int i = 0; i < m; i++) {
                factor[i * m + i] += jitter * largest;
            }
            if (Cholesky.factor(factor, m)) {
                return factor;
            }
        }
        throw new IllegalStateException("the covariance matrix of " + m + " places is not positive semi-definite");
    }
}
