package org.aepsych.strategies.gp;

/** A posterior seen at several places at once, ready for covariances with any other place. Immutable, thread-safe. */
public final class PosteriorQueries {
    private final Posterior posterior;
    private final double[][] points;
    private final double[] whitened;
    private final double[] means;
    private final double[] variances;

    PosteriorQueries(Posterior posterior, double[][] points) {
        this.posterior = posterior;
        this.points = points;
        int m = points.length;
        means = new double[m];
        variances = new double[m];
        whitened = new double[posterior.size() * m];
        posterior.whiten(points, whitened, means);
        double[] explained = new double[m];
        for (int i = 0; i < posterior.size(); i++) {
            for (int q = 0; q < m; q++) {
                explained[q] += whitened[i * m + q] * whitened[i * m + q];
            }
        }
        for (int q = 0; q < m; q++) {
            variances[q] = posterior.variance(explained[q]);
        }
    }

    /**
     * Returns the number of places.
     *
     * @return from 0
     */
    public int size() {
        return points.length;
    }

    /**
     * Returns the posterior mean at a place.
     *
     * @param query 0-based
     * @return μ
     */
    public double mean(int query) {
        return means[query];
    }

    /**
     * Returns the posterior variance at a place.
     *
     * @param query 0-based
     * @return σ², above 0
     */
    public double variance(int query) {
        return variances[query];
    }

    /**
     * Writes the posterior covariances of the first places with another.
     *
     * @param point the other place
     * @param count how many places
     * @param out receives the covariances
     */
    public void covariances(PosteriorPoint point, int count, double[] out) {
        for (int q = 0; q < count; q++) {
            out[q] = posterior.prior(point.x(), points[q]);
        }
        double[] v = point.whitened();
        int m = points.length;
        for (int i = 0; i < v.length; i++) {
            double factor = v[i];
            int row = i * m;
            for (int q = 0; q < count; q++) {
                out[q] -= factor * whitened[row + q];
            }
        }
    }
}
