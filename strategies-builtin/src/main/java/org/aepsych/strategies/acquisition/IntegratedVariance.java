package org.aepsych.strategies.acquisition;

/**
 * Minus the mean variance of the latent function that a trial is expected to leave over the space.
 *
 * @param queries number of places, from 1
 */
record IntegratedVariance(int queries) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        return new MeasurementScores(situation, (places, q, explained, count) -> {
            double scale = Math.max(1, count);
            return new MeasurementScores.Gain((explained - places.variance(q)) / scale, 1 / scale);
        });
    }
}
