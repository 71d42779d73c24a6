package org.aepsych.strategies.gp;

import org.aepsych.strategies.outcome.Likelihood;

/**
 * What a model believes about the latent function after some trials: at every set of places a joint normal distribution.
 * Every model gives one, whatever its way to it, so acquisition functions, generators and queries need to know nothing
 * else. Immutable, thread-safe.
 *
 * <p>A place is an array of model coordinates. Where two stimuli are compared, a place is either both stimuli one after
 * the other, with the latent function whose probit is the probability that the second is preferred, or one stimulus
 * alone, with its utility; utilities have a meaning only relative to each other.
 */
public interface Posterior {
    /**
     * Makes a place to look at the posterior from, to be moved about.
     *
     * @return nowhere until moved
     */
    PosteriorPoint newPoint();

    /**
     * Looks at the posterior at several places at once, ready for covariances with any other place.
     *
     * @param places model coordinates; must not be changed afterwards
     * @return what it says there
     */
    PosteriorQueries queries(double[][] places);

    /**
     * Returns how outcomes depend on the latent function: {@link Likelihood#link()} for binary outcomes, with
     * probabilities in closed form.
     *
     * @return the likelihood, with fitted hyper-parameters
     */
    Likelihood likelihood();

    /**
     * Tells whether points and queries know how what they say changes with the place.
     *
     * @return false if {@link PosteriorPoint#addSlope} and {@link PosteriorQueries#addSlope} refuse
     */
    default boolean smooth() {
        return false;
    }

    /**
     * Returns the joint distribution at several places, such as to draw whole functions from.
     *
     * @param places model coordinates
     * @return the distribution
     */
    default JointNormal joint(double[][] places) {
        PosteriorQueries queries = queries(places);
        PosteriorPoint point = newPoint();
        int m = places.length;
        double[] means = new double[m];
        double[] covariances = new double[m * m];
        double[] row = new double[m];
        for (int i = 0; i < m; i++) {
            means[i] = queries.mean(i);
            queries.covariances(point.move(places[i]), i + 1, row);
            for (int j = 0; j < i; j++) {
                covariances[i * m + j] = row[j];
                covariances[j * m + i] = row[j];
            }
            covariances[i * m + i] = queries.variance(i);
        }
        return new JointNormal(means, covariances);
    }
}
