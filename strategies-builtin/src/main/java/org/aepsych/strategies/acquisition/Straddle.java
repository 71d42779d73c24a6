package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;

/**
 * The straddle criterion √(βV) − |m − θ| for a quantity of mean m and variance V (B. Bryan et al., Active learning for
 * identifying function threshold boundaries, NIPS 2005), in closed form.
 *
 * @param target θ; of response probabilities above the floor and below 1
 * @param beta weight of the uncertainty, above 0
 * @param about the quantity
 * @param binary whether outcomes are binary
 */
record Straddle(double target, double beta, QuantityChoice about, boolean binary) implements AcquisitionFunction {
    private static final double LEAST_VARIANCE = 1e-5;

    @Override
    public Scores over(Situation situation) {
        Quantity quantity = about.of(situation.posterior().likelihood(), binary);
        quantity.latent(target);
        return (point, count) -> score(quantity, point);
    }

    private double score(Quantity quantity, PosteriorPoint point) {
        double variance = Math.max(LEAST_VARIANCE, quantity.variance(point));
        return StrictMath.sqrt(beta * variance) - Math.abs(quantity.mean(point) - target);
    }
}
