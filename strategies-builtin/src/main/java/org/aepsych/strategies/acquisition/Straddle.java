package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Sensitivity;

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
        return new PlaceScores((point, out) -> score(quantity, point, out));
    }

    private double score(Quantity quantity, PosteriorPoint point, Sensitivity out) {
        double distance = quantity.mean(point, out) - target;
        double side = distance > 0 ? -1 : distance < 0 ? 1 : 0;
        double byMean = side * out.byMean();
        double byVariance = side * out.byVariance();
        double variance = quantity.variance(point, out);
        double root = StrictMath.sqrt(beta * Math.max(LEAST_VARIANCE, variance));
        double steepness = variance > LEAST_VARIANCE ? beta / (2 * root) : 0;
        out.set(byMean + steepness * out.byMean(), byVariance + steepness * out.byVariance());
        return root - Math.abs(distance);
    }
}
