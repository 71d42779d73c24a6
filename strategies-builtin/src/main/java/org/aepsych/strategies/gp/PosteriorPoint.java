package org.aepsych.strategies.gp;

import org.aepsych.strategies.math.Normal;

/** A place from which to look at a posterior. Mutable, so that a search needs only one; not thread-safe. */
public final class PosteriorPoint {
    private final Posterior posterior;
    private final double[] whitened;
    private double[] x = new double[0];
    private double mean;
    private double variance;

    PosteriorPoint(Posterior posterior) {
        this.posterior = posterior;
        whitened = new double[posterior.size()];
    }

    /**
     * Moves.
     *
     * @param to model coordinates; must not be changed before the next move
     * @return this
     */
    public PosteriorPoint move(double[] to) {
        x = to;
        mean = posterior.whiten(to, whitened);
        double explained = 0;
        for (double v : whitened) {
            explained += v * v;
        }
        variance = posterior.variance(explained);
        return this;
    }

    /**
     * Returns the posterior mean of the latent function here.
     *
     * @return μ
     */
    public double mean() {
        return mean;
    }

    /**
     * Returns the posterior variance of the latent function here.
     *
     * @return σ², above 0
     */
    public double variance() {
        return variance;
    }

    /**
     * Returns the argument of Φ that gives the probability of yes here, averaged over the posterior.
     *
     * @return μ/√(1+σ²)
     */
    public double probit() {
        return mean / StrictMath.sqrt(1 + variance);
    }

    /**
     * Returns the probability of yes here, averaged over the posterior.
     *
     * @return Φ(μ/√(1+σ²))
     */
    public double probability() {
        return Normal.cdf(probit());
    }

    double[] x() {
        return x;
    }

    double[] whitened() {
        return whitened;
    }
}
