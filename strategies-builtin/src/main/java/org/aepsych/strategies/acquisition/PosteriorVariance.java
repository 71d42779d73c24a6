package org.aepsych.strategies.acquisition;

/**
 * How uncertain a quantity is at the place of the trial, in closed form; of response probabilities it is called BALV.
 *
 * @param about the quantity
 * @param binary whether outcomes are binary
 */
record PosteriorVariance(QuantityChoice about, boolean binary) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        Quantity quantity = about.of(situation.posterior().likelihood(), binary);
        return new PlaceScores(quantity::variance);
    }
}
