package org.aepsych.strategies.gp;

import org.aepsych.strategies.kernel.SlopeOffset;
import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * The posterior of k(context) (intensity − c(context)). Slope and offset are jointly normal; means, variances and
 * covariances of the product are exact (L. Isserlis, 1918), and so are response probabilities but for a quadrature over
 * the slope.
 */
final class SlopeOffsetPosterior implements Posterior {
    private static final double LEAST_VARIANCE = 1e-12;
    private static final GaussHermite RULE = new GaussHermite(20);
    private static final GaussHermite COARSE = new GaussHermite(5);
    /** How far thresholds may lie outside of the unit interval. */
    private static final double MARGIN = 1;

    private final TrainingSet data;
    private final SlopeOffset prior;
    private final Likelihood likelihood;
    private final double[] roots;
    private final double[] factor;
    private final double[] alpha;
    private final int n;
    private final int size;

    SlopeOffsetPosterior(
            TrainingSet data,
            SlopeOffset prior,
            Likelihood likelihood,
            double[] roots,
            double[] factor,
            double[] alpha) {
        this.data = data;
        this.prior = prior;
        this.likelihood = likelihood;
        this.roots = roots;
        this.factor = factor;
        this.alpha = alpha;
        n = data.size();
        size = 2 * n;
    }

    /** Multiplies the rows of a matrix by the transposed roots of the sites' precisions. */
    static double[] timesRoots(double[] matrix, double[] roots, int n, int columns) {
        double[] out = new double[2 * n * columns];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns; j++) {
                double k = matrix[2 * i * columns + j];
                double c = matrix[(2 * i + 1) * columns + j];
                out[2 * i * columns + j] = roots[3 * i] * k + roots[3 * i + 1] * c;
                out[(2 * i + 1) * columns + j] = roots[3 * i + 2] * c;
            }
        }
        return out;
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
        return likelihood;
    }

    private final class Point extends PosteriorPoint implements ThresholdPoint {
        /** What the trials explain of slope and offset: two columns. */
        private double[] explained = new double[0];

        private double slope;
        private double offset;
        private double slopeVariance;
        private double both;
        private double offsetVariance;
        private double x;

        Point() {
            super(likelihood);
        }

        @Override
        protected void look(double[] to) {
            double[] with = new double[2 * size];
            slope = prior.slopeMean();
            offset = 0;
            for (int i = 0; i < n; i++) {
                double slopes = prior.slope().between(data.x(i), to);
                double offsets = prior.offset().between(data.x(i), to);
                slope += slopes * alpha[2 * i];
                offset += offsets * alpha[2 * i + 1];
                with[4 * i] = slopes;
                with[4 * i + 3] = offsets;
            }
            explained = timesRoots(with, roots, n, 2);
            Cholesky.solveTransposed(factor, size, explained, 2);
            slopeVariance = prior.slope().between(to, to);
            offsetVariance = prior.offset().between(to, to);
            both = 0;
            for (int row = 0; row < size; row++) {
                slopeVariance -= explained[2 * row] * explained[2 * row];
                both -= explained[2 * row] * explained[2 * row + 1];
                offsetVariance -= explained[2 * row + 1] * explained[2 * row + 1];
            }
            slopeVariance = Math.max(LEAST_VARIANCE, slopeVariance);
            offsetVariance = Math.max(LEAST_VARIANCE, offsetVariance);
            x = to[prior.intensity()] + prior.offsetMean();
        }

        private double distance() {
            return x - offset;
        }

        @Override
        public double mean() {
            return slope * distance() - both;
        }

        @Override
        public double variance() {
            double t = distance();
            return Math.max(
                    LEAST_VARIANCE,
                    slope * slope * offsetVariance
                            + t * t * slopeVariance
                            - 2 * slope * t * both
                            + slopeVariance * offsetVariance
                            + both * both);
        }

        @Override
        public double probability() {
            double root = StrictMath.sqrt(slopeVariance);
            double mixed = both / root;
            double rest = Math.max(0, offsetVariance - mixed * mixed);
            double sum = 0;
            for (int i = 0; i < RULE.size(); i++) {
                double k = slope + root * RULE.node(i);
                double t = distance() - mixed * RULE.node(i);
                sum += RULE.weight(i) * likelihood.expected(k * t, k * k * rest);
            }
            return sum;
        }

        @Override
        public double thresholdVariance(double level) {
            double root = StrictMath.sqrt(slopeVariance);
            double mixed = both / root;
            double rest = StrictMath.sqrt(Math.max(0, offsetVariance - mixed * mixed));
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < RULE.size(); i++) {
                double k = slope + root * RULE.node(i);
                for (int j = 0; j < COARSE.size(); j++) {
                    double c = offset + mixed * RULE.node(i) + rest * COARSE.node(j);
                    double threshold = Math.max(-MARGIN, Math.min(1 + MARGIN, level / k + c - prior.offsetMean()));
                    double weight = RULE.weight(i) * COARSE.weight(j);
                    sum += weight * threshold;
                    squares += weight * threshold * threshold;
                }
            }
            return Math.max(0, squares - sum * sum);
        }
    }

    private final class Queries implements PosteriorQueries {
        private final Point[] points;

        Queries(double[][] places) {
            points = new Point[places.length];
            for (int q = 0; q < points.length; q++) {
                points[q] = new Point();
                points[q].move(places[q]);
            }
        }

        @Override
        public int size() {
            return points.length;
        }

        @Override
        public double mean(int query) {
            return points[query].mean();
        }

        @Override
        public double variance(int query) {
            return points[query].variance();
        }

        @Override
        public void covariances(PosteriorPoint point, int count, double[] out) {
            Point here = (Point) point;
            for (int q = 0; q < count; q++) {
                out[q] = covariance(here, points[q]);
            }
        }

        @Override
        public Likelihood likelihood() {
            return likelihood;
        }
    }

    /** Returns the covariance of two products, of four jointly normal numbers. */
    private double covariance(Point a, Point b) {
        double slopes = prior.slope().between(a.place(), b.place());
        double offsets = prior.offset().between(a.place(), b.place());
        double slopeOffset = 0;
        double offsetSlope = 0;
        for (int row = 0; row < size; row++) {
            slopes -= a.explained[2 * row] * b.explained[2 * row];
            offsets -= a.explained[2 * row + 1] * b.explained[2 * row + 1];
            slopeOffset += a.explained[2 * row] * b.explained[2 * row + 1];
            offsetSlope += a.explained[2 * row + 1] * b.explained[2 * row];
        }
        // The distances fall with the offsets, so their covariances with slopes have the other sign: they are as
        // explained.
        return a.slope * b.slope * offsets
                + a.slope * b.distance() * offsetSlope
                + a.distance() * b.slope * slopeOffset
                + a.distance() * b.distance() * slopes
                + slopes * offsets
                + slopeOffset * offsetSlope;
    }
}
