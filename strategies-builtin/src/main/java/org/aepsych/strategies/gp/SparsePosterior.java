package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * A posterior through inducing points: with a(x) = L⁻¹k(Z, x) and u(x) = U⁻ᵀa(x), the mean is m(x) + a(x)ᵀw and the
 * covariance k(x, x′) − a(x)ᵀa(x′) + u(x)ᵀu(x′).
 */
final class SparsePosterior implements Posterior {
    private static final double LEAST_VARIANCE = 1e-12;

    private final Latent latent;
    private final double[][] inducing;
    private final double[] prior;
    private final double[] factor;
    private final double[] weights;

    SparsePosterior(Latent latent, double[][] inducing, double[] prior, double[] factor, double[] weights) {
        this.latent = latent;
        this.inducing = inducing;
        this.prior = prior;
        this.factor = factor;
        this.weights = weights;
    }

    @Override
    public PosteriorPoint newPoint() {
        return new Point();
    }

    @Override
    public PosteriorQueries queries(double[][] places) {
        return new Queries(places);
    }

    @Override
    public Likelihood likelihood() {
        return latent.likelihood();
    }

    @Override
    public boolean smooth() {
        return true;
    }

    /** Adds the derivatives of u(x)ᵀgained − a(x)ᵀlost by x for two vectors, which are spent. */
    private void addLearnt(double[] at, double[] gained, double[] lost, double[] out) {
        int m = inducing.length;
        Cholesky.solve(factor, m, gained);
        for (int k = 0; k < m; k++) {
            gained[k] -= lost[k];
        }
        Cholesky.solve(prior, m, gained);
        for (int k = 0; k < m; k++) {
            latent.kernel().addSlope(at, 0, inducing[k], 0, gained[k], out);
        }
    }

    private final class Point extends PosteriorPoint {
        private final double[] known = new double[inducing.length];
        private final double[] learnt = new double[inducing.length];
        private double mean;
        private double variance;

        Point() {
            super(latent.likelihood());
        }

        @Override
        protected void look(double[] to) {
            int m = inducing.length;
            for (int k = 0; k < m; k++) {
                known[k] = latent.kernel().between(inducing[k], to);
            }
            Cholesky.solveTransposed(prior, m, known);
            System.arraycopy(known, 0, learnt, 0, m);
            Cholesky.solveTransposed(factor, m, learnt);
            mean = latent.mean().at(to);
            double sum = latent.kernel().between(to, to);
            for (int k = 0; k < m; k++) {
                mean += weights[k] * known[k];
                sum += learnt[k] * learnt[k] - known[k] * known[k];
            }
            variance = Math.max(LEAST_VARIANCE, sum);
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
            int m = inducing.length;
            double[] gained = new double[m];
            double[] lost = new double[m];
            for (int k = 0; k < m; k++) {
                gained[k] = 2 * byVariance * learnt[k];
                lost[k] = 2 * byVariance * known[k] - byMean * weights[k];
            }
            latent.mean().addSlope(place(), byMean, out);
            latent.kernel().addSlope(place(), 0, place(), 0, 2 * byVariance, out);
            addLearnt(place(), gained, lost, out);
        }
    }

    private final class Queries implements PosteriorQueries {
        private final double[][] places;
        private final double[] means;
        private final double[] variances;
        /** One row for each inducing point. */
        private final double[] known;

        private final double[] learnt;

        Queries(double[][] places) {
            this.places = places;
            int size = places.length;
            int m = inducing.length;
            means = new double[size];
            variances = new double[size];
            known = new double[m * size];
            learnt = new double[m * size];
            Point point = new Point();
            for (int q = 0; q < size; q++) {
                point.move(places[q]);
                means[q] = point.mean();
                variances[q] = point.variance();
                for (int k = 0; k < m; k++) {
                    known[k * size + q] = point.known[k];
                    learnt[k * size + q] = point.learnt[k];
                }
            }
        }

        @Override
        public int size() {
            return places.length;
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
                out[q] = latent.kernel().between(there.place(), places[q]);
            }
            int size = places.length;
            for (int k = 0; k < inducing.length; k++) {
                double lost = there.known[k];
                double gained = there.learnt[k];
                for (int q = 0; q < count; q++) {
                    out[q] += gained * learnt[k * size + q] - lost * known[k * size + q];
                }
            }
        }

        @Override
        public Likelihood likelihood() {
            return latent.likelihood();
        }

        @Override
        public void addSlope(PosteriorPoint point, double[] weights, int count, double[] out) {
            int m = inducing.length;
            int size = places.length;
            double[] gained = new double[m];
            double[] lost = new double[m];
            for (int k = 0; k < m; k++) {
                for (int q = 0; q < count; q++) {
                    gained[k] += weights[q] * learnt[k * size + q];
                    lost[k] += weights[q] * known[k * size + q];
                }
            }
            for (int q = 0; q < count; q++) {
                latent.kernel().addSlope(point.place(), 0, places[q], 0, weights[q], out);
            }
            addLearnt(point.place(), gained, lost, out);
        }
    }
}
