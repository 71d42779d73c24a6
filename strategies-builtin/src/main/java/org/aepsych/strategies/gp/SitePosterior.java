package org.aepsych.strategies.gp;

import java.util.Arrays;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * A posterior in which Gaussian sites stand for the outcomes: μ(x) = m(x) + k(x)ᵀα, and with v(x) = U⁻ᵀ|S|½k(x), cov(x, x′)
 * = k(x, x′) − v(x)ᵀJv(x′), J being −1 for sites of negative precision, which come last.
 */
final class SitePosterior implements Posterior {
    private static final double LEAST_VARIANCE = 1e-12;

    private final Latent latent;
    private final double[][] places;
    private final double[] alpha;
    private final double[] roots;
    private final double[] factor;
    private final int positive;

    SitePosterior(TrainingSet data, Latent latent, FactoredSites sites) {
        this.latent = latent;
        int n = data.size();
        int[] order = sites.order();
        double[] weights = sites.alpha();
        places = new double[n][];
        alpha = new double[n];
        for (int p = 0; p < n; p++) {
            places[p] = data.x(order[p]);
            alpha[p] = weights[order[p]];
        }
        roots = sites.roots();
        factor = sites.factor();
        positive = sites.positive();
    }

    @Override
    public PosteriorPoint newPoint() {
        return new Point();
    }

    @Override
    public PosteriorQueries queries(double[][] points) {
        return new Queries(points);
    }

    @Override
    public Likelihood likelihood() {
        return latent.likelihood();
    }

    @Override
    public boolean smooth() {
        return true;
    }

    /** Adds the derivatives of −v(x)ᵀJw by x for a vector w, which is spent. */
    private void addExplained(double[] at, double[] w, double weight, double[] out) {
        for (int i = positive; i < w.length; i++) {
            w[i] = -w[i];
        }
        Cholesky.solve(factor, w.length, w);
        for (int i = 0; i < w.length; i++) {
            latent.kernel().addSlope(at, 0, places[i], 0, -weight * w[i] * roots[i], out);
        }
    }

    private final class Point extends PosteriorPoint {
        private final double[] whitened = new double[alpha.length];
        private double mean;
        private double variance;

        Point() {
            super(latent.likelihood());
        }

        @Override
        protected void look(double[] to) {
            mean = latent.mean().at(to);
            for (int i = 0; i < whitened.length; i++) {
                double covariance = latent.kernel().between(places[i], to);
                mean += covariance * alpha[i];
                whitened[i] = covariance * roots[i];
            }
            Cholesky.solveTransposed(factor, whitened.length, whitened);
            double explained = 0;
            for (int i = 0; i < positive; i++) {
                explained += whitened[i] * whitened[i];
            }
            for (int i = positive; i < whitened.length; i++) {
                explained -= whitened[i] * whitened[i];
            }
            variance = Math.max(LEAST_VARIANCE, latent.kernel().between(to, to) - explained);
        }

        @Override
        public double mean() {
            return mean;
        }

        @Override
        public double variance() {
            return variance;
        }

        @Override
        public void addSlope(double byMean, double byVariance, double[] out) {
            latent.mean().addSlope(place(), byMean, out);
            for (int i = 0; i < alpha.length; i++) {
                latent.kernel().addSlope(place(), 0, places[i], 0, byMean * alpha[i], out);
            }
            latent.kernel().addSlope(place(), 0, place(), 0, 2 * byVariance, out);
            addExplained(place(), whitened.clone(), 2 * byVariance, out);
        }
    }

    private final class Queries implements PosteriorQueries {
        private final double[][] points;
        private final double[] whitened;
        private final double[] means;
        private final double[] variances;

        Queries(double[][] points) {
            this.points = points;
            int n = alpha.length;
            int m = points.length;
            means = new double[m];
            variances = new double[m];
            for (int q = 0; q < m; q++) {
                means[q] = latent.mean().at(points[q]);
                variances[q] = latent.kernel().between(points[q], points[q]);
            }
            whitened = new double[n * m];
            for (int i = 0; i < n; i++) {
                for (int q = 0; q < m; q++) {
                    double covariance = latent.kernel().between(places[i], points[q]);
                    means[q] += covariance * alpha[i];
                    whitened[i * m + q] = covariance * roots[i];
                }
            }
            Cholesky.solveTransposed(factor, n, whitened, m);
            double[] explained = new double[m];
            for (int i = 0; i < n; i++) {
                double sign = i < positive ? 1 : -1;
                for (int q = 0; q < m; q++) {
                    explained[q] += sign * whitened[i * m + q] * whitened[i * m + q];
                }
            }
            Arrays.setAll(variances, q -> Math.max(LEAST_VARIANCE, variances[q] - explained[q]));
        }

        @Override
        public int size() {
            return points.length;
        }

        @Override
        public Likelihood likelihood() {
            return latent.likelihood();
        }

        @Override
        public double mean(int query) {
            return means[query];
        }

        @Override
        public double variance(int query) {
            return variances[query];
        }

        @Override
        public void covariances(PosteriorPoint point, int count, double[] out) {
            Point there = (Point) point;
            for (int q = 0; q < count; q++) {
                out[q] = latent.kernel().between(there.place(), points[q]);
            }
            double[] v = there.whitened;
            int m = points.length;
            for (int i = 0; i < v.length; i++) {
                double weight = i < positive ? v[i] : -v[i];
                int row = i * m;
                for (int q = 0; q < count; q++) {
                    out[q] -= weight * whitened[row + q];
                }
            }
        }

        @Override
        public void addSlope(PosteriorPoint point, double[] weights, int count, double[] out) {
            int m = points.length;
            double[] w = new double[alpha.length];
            for (int q = 0; q < count; q++) {
                latent.kernel().addSlope(point.place(), 0, points[q], 0, weights[q], out);
            }
            for (int i = 0; i < w.length; i++) {
                for (int q = 0; q < count; q++) {
                    w[i] += weights[q] * whitened[i * m + q];
                }
            }
            addExplained(point.place(), w, 1, out);
        }
    }
}
