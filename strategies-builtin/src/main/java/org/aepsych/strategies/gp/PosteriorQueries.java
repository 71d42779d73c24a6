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
     * Adds the derivatives of the covariances with a point by the coordinates of the point, each times a weight.
     *
     * @param point of the same posterior
     * @param weights what the derivatives of each covariance are multiplied by
     * @param count of how many places
     * @param out one number for each coordinate
     * @throws UnsupportedOperationException unless the posterior is {@link Posterior#smooth}
     */
    default void addSlope(PosteriorPoint point, double[] weights, int count, double[] out) {
        throw new UnsupportedOperationException("this posterior does not know how it changes with the place");
    }

    /**
     * Returns how outcomes depend on the latent function.
     *
     * @return the posterior's likelihood
     */
    Likelihood likelihood();
}
