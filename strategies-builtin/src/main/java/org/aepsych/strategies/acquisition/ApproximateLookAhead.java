package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Likelihood;

/**
 * Expected reduction of the probability of classifying places wrongly if a trial were a measurement with as much
 * information, whatever the response (X. Lyu, M. Binois and M. Ludkovski, Evaluating Gaussian process metamodels and
 * sequential designs for noisy level set estimation, Statistics and Computing 31, 2021).
 *
 * @param target the response probability whose level set is sought
 * @param queries number of places, from 1
 */
record ApproximateLookAhead(double target, int queries) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        PosteriorQueries places = situation.queries();
        Likelihood likelihood = situation.posterior().likelihood();
        double level = likelihood.latent(target);
        double[] covariances = new double[places.size()];
        return (point, count) -> {
            places.covariances(point, count, covariances);
            double total = point.variance() + noise(likelihood, point);
            double sum = 0;
            for (int q = 0; q < count; q++) {
                double distance = level - places.mean(q);
                double after =
                        Math.max(Double.MIN_NORMAL, places.variance(q) - covariances[q] * covariances[q] / total);
                sum += error(distance / StrictMath.sqrt(places.variance(q))) - error(distance / StrictMath.sqrt(after));
            }
            return sum;
        };
    }

    /** Returns the variance of a measurement that tells as much as the trial is expected to. */
    static double noise(Likelihood likelihood, PosteriorPoint point) {
        return 1 / Math.max(1e-12, likelihood.information(point.mean(), point.variance()));
    }

    private static double error(double z) {
        return Normal.cdf(-Math.abs(z));
    }
}
