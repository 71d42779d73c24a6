package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * Minus the mean variance of the latent function that a trial is expected to leave over the space.
 *
 * @param queries number of places, from 1
 */
record IntegratedVariance(int queries) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        PosteriorQueries places = situation.queries();
        Likelihood likelihood = situation.posterior().likelihood();
        double[] covariances = new double[places.size()];
        return (point, count) -> {
            places.covariances(point, count, covariances);
            double total = point.variance() + ApproximateLookAhead.noise(likelihood, point);
            double sum = 0;
            for (int q = 0; q < count; q++) {
                sum -= places.variance(q) - covariances[q] * covariances[q] / total;
            }
            return sum / Math.max(1, count);
        };
    }
}
