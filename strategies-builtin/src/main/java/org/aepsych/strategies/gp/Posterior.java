package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;

/**
 * The latent function after some trials, a Gaussian process: μ(x) = m + k(x)ᵀα, and with v(x) = U⁻ᵀS½k(x),
 * cov(x, x′) = k(x, x′) − v(x)ᵀv(x′). Immutable, thread-safe.
 */
public final class Posterior {
    private static final double LEAST_VARIANCE = 1e-12;

    private final TrainingSet data;
    private final double priorMean;
    private final RbfKernel kernel;
    private final double[] alpha;
    private final double[] rootPrecisions;
    private final double[] factor;

    Posterior(TrainingSet data, double priorMean, RbfKernel kernel, ExpectationPropagation sites) {
        this.data = data;
        this.priorMean = priorMean;
        this.kernel = kernel;
        alpha = sites.alpha();
        rootPrecisions = sites.rootPrecisions();
        factor = sites.factor();
    }

    /**
     * Makes a place to look at the posterior from, to be moved about.
     *
     * @return nowhere until moved
     */
    public PosteriorPoint newPoint() {
        return new PosteriorPoint(this);
    }

    /**
     * Looks at the posterior at several places at once.
     *
     * @param points model coordinates; must not be changed afterwards
     * @return what it says there
     */
    public PosteriorQueries queries(double[][] points) {
        return new PosteriorQueries(this, points);
    }

    int size() {
        return alpha.length;
    }

    double prior(double[] a, double[] b) {
        return kernel.between(a, b);
    }

    /** Writes v(x) and returns μ(x). */
    double whiten(double[] x, double[] v) {
        double mean = priorMean;
        for (int i = 0; i < v.length; i++) {
            double covariance = kernel.between(data.x(i), x);
            mean += covariance * alpha[i];
            v[i] = covariance * rootPrecisions[i];
        }
        Cholesky.solveTransposed(factor, v.length, v);
        return mean;
    }

    /** Writes v of several points, one in each column, and their means. */
    void whiten(double[][] points, double[] v, double[] means) {
        int n = size();
        int m = points.length;
        Arrays.fill(means, priorMean);
        for (int i = 0; i < n; i++) {
            for (int q = 0; q < m; q++) {
                double covariance = kernel.between(data.x(i), points[q]);
                means[q] += covariance * alpha[i];
                v[i * m + q] = covariance * rootPrecisions[i];
            }
        }
        Cholesky.solveTransposed(factor, n, v, m);
    }

    double variance(double explained) {
        return Math.max(LEAST_VARIANCE, kernel.amplitude() - explained);
    }
}
