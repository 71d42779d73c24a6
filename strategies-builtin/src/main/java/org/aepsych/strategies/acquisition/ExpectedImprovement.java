package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;

/**
 * By how much a quantity at a place is expected to exceed its value at the best place seen so far, as the posterior mean
 * has it; before the first trial, the value at a latent value of 0.
 *
 * @param about the quantity
 * @param binary whether outcomes are binary
 * @param logarithmic whether the logarithm is the score
 */
record ExpectedImprovement(QuantityChoice about, boolean binary, boolean logarithmic) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        Quantity quantity = about.of(situation.posterior().likelihood(), binary);
        double best = best(situation);
        return (point, count) -> {
            double excess = quantity.excess(point, best);
            return logarithmic ? StrictMath.log(Math.max(Double.MIN_NORMAL, excess)) : excess;
        };
    }

    /** Returns the highest posterior mean of the latent function at the places seen. */
    static double best(Situation situation) {
        PosteriorPoint point = situation.posterior().newPoint();
        return situation.seen().stream()
                .mapToDouble(place -> point.move(place).mean())
                .max()
                .orElse(0);
    }
}
