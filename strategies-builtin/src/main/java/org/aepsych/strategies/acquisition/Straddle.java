package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;

/**
 * The straddle criterion √(βV) − |p − θ| for response probabilities of mean p and variance V (B. Bryan et al., Active
 * learning for identifying function threshold boundaries, NIPS 2005), in closed form.
 *
 * @param target θ, above 0 and below 1
 * @param beta weight of the uncertainty, above 0
 */
record Straddle(double target, double beta) implements AcquisitionFunction {
    private static final double LEAST_VARIANCE = 1e-5;

    @Override
    public Scores over(PosteriorQueries queries) {
        return (point, count) -> score(point);
    }

    private double score(PosteriorPoint point) {
        double variance = Math.max(LEAST_VARIANCE, ResponseVariance.at(point));
        return StrictMath.sqrt(beta * variance) - Math.abs(point.probability() - target);
    }
}
