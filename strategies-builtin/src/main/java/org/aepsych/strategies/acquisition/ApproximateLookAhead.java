package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.Normal;

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
        double level = situation.posterior().likelihood().latent(target);
        return new MeasurementScores(situation, (places, q, explained, count) -> {
            double distance = level - places.mean(q);
            double after = Math.max(Double.MIN_NORMAL, places.variance(q) - explained);
            double z = distance / StrictMath.sqrt(after);
            return new MeasurementScores.Gain(
                    error(distance / StrictMath.sqrt(places.variance(q))) - error(z),
                    Normal.density(z) * Math.abs(z) / (2 * after));
        });
    }

    private static double error(double z) {
        return Normal.cdf(-Math.abs(z));
    }
}
