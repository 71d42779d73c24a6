package org.aepsych.strategies.gp;

import org.aepsych.strategies.outcome.Likelihood;

/** A posterior seen at several places at once, ready for covariances with any other place. Immutable, thread-safe. */
public interface PosteriorQueries {
    /**
     * Returns the number of places.
     *
     * @return from 0
     */
    int size();

    /**
     * Returns the posterior mean at a place.
     *
     * @param query 0-based
     * @return μ
     */
    double mean(int query);

    /**
     * Returns the posterior variance at a place.
     *
     * @param query 0-based
     * @return σ², above 0
     */
    double variance(int query);

    /**
     * Writes the posterior covariances of the first places with another.
     *
     * @param point the other place, of the same posterior
     * @param count how many places
     * @param out receives the covariances
     */
    void covariances(PosteriorPoint point, int count, double[] out);

    /**
     * Returns how outcomes depend on the latent function.
     *
     * @return the posterior's likelihood
     */
    Likelihood likelihood();
}
