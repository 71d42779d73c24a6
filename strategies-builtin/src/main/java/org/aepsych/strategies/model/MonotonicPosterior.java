package org.aepsych.strategies.model;

import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.outcome.Likelihood;

/** A posterior seen through a projection: means and variances are projected, and correlations are kept. */
final class MonotonicPosterior implements Posterior {
    private final Posterior posterior;
    private final MonotonicProjection projection;

    MonotonicPosterior(Posterior posterior, MonotonicProjection projection) {
        this.posterior = posterior;
        this.projection = projection;
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
        return posterior.likelihood();
    }

    private final class Point extends PosteriorPoint {
        private final PosteriorPoint point = posterior.newPoint();
        private final PosteriorPoint below = posterior.newPoint();
        private MonotonicProjection.Belief belief = new MonotonicProjection.Belief(0, 1);
        private double scale = 1;

        Point() {
            super(posterior.likelihood());
        }

        @Override
        protected void look(double[] to) {
            point.move(to);
            belief = projection.at(point, below, to);
            scale = belief.deviation() / StrictMath.sqrt(point.variance());
        }

        @Override
        public double mean() {
            return belief.mean();
        }

        @Override
        public double variance() {
            return belief.deviation() * belief.deviation();
        }
    }

    private final class Queries implements PosteriorQueries {
        private final PosteriorQueries queries;
        private final double[] means;
        private final double[] variances;
        private final double[] scales;

        Queries(double[][] places) {
            queries = posterior.queries(places);
            int m = places.length;
            means = new double[m];
            variances = new double[m];
            scales = new double[m];
            Point point = new Point();
            for (int q = 0; q < m; q++) {
                point.move(places[q]);
                means[q] = point.mean();
                variances[q] = point.variance();
                scales[q] = point.scale;
            }
        }

        @Override
        public int size() {
            return means.length;
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
            queries.covariances(there.point, count, out);
            for (int q = 0; q < count; q++) {
                out[q] *= scales[q] * there.scale;
            }
        }

        @Override
        public Likelihood likelihood() {
            return posterior.likelihood();
        }
    }
}
