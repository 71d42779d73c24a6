package org.aepsych.strategies.gp;

import org.aepsych.strategies.outcome.Likelihood;

/** A place from which to look at a posterior. Mutable, so that a search needs only one; not thread-safe. */
public abstract class PosteriorPoint {
    private final Likelihood likelihood;
    private double[] place = new double[0];

    /**
     * A place of a posterior.
     *
     * @param likelihood the posterior's
     */
    protected PosteriorPoint(Likelihood likelihood) {
        this.likelihood = likelihood;
    }

    /**
     * Moves.
     *
     * @param to model coordinates; must not be changed before the next move
     * @return this
     */
    public final PosteriorPoint move(double[] to) {
        place = to;
        look(to);
        return this;
    }

    /**
     * Returns where this is.
     *
     * @return model coordinates, as they were given; must not be changed
     */
    public final double[] place() {
        return place;
    }

    /**
     * Looks at the posterior from another place.
     *
     * @param to model coordinates
     */
    protected abstract void look(double[] to);

    /**
     * Returns the posterior mean of the latent function here.
     *
     * @return μ
     */
    public abstract double mean();

    /**
     * Returns the posterior variance of the latent function here.
     *
     * @return σ², above 0
     */
    public abstract double variance();

    /**
     * Returns the argument of Φ that would give the probability of yes here, averaged over the posterior, if the link were
     * the probit without floor.
     *
     * @return μ/√(1+σ²)
     */
    public double probit() {
        return mean() / StrictMath.sqrt(1 + variance());
    }

    /**
     * Returns the expected outcome here, averaged over the posterior: of a binary outcome the probability of 1.
     *
     * @return of the plain probit Φ(μ/√(1+σ²))
     */
    public double probability() {
        return likelihood.expected(mean(), variance());
    }

    /**
     * Adds the derivatives of mean and variance by the coordinates of the place, each times a weight.
     *
     * @param byMean what those of the mean are multiplied by
     * @param byVariance what those of the variance are multiplied by
     * @param out one number for each coordinate
     * @throws UnsupportedOperationException unless the posterior is {@link Posterior#smooth}
     */
    public void addSlope(double byMean, double byVariance, double[] out) {
        throw new UnsupportedOperationException("this posterior does not know how it changes with the place");
    }

    /**
     * Returns how outcomes depend on the latent function.
     *
     * @return the posterior's likelihood
     */
    public final Likelihood likelihood() {
        return likelihood;
    }
}
