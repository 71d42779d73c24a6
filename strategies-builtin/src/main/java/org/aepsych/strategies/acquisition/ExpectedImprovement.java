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
        if (!logarithmic) {
            return new PlaceScores((point, out) -> quantity.excess(point, best, out));
        }
        if (quantity == Quantity.LATENT) {
            return new PlaceScores((point, out) -> Improvement.log(point.mean(), point.variance(), best, out));
        }
        return new PlaceScores((point, out) -> {
            double excess = Math.max(Double.MIN_NORMAL, quantity.excess(point, best, out));
            out.set(out.byMean() / excess, out.byVariance() / excess);
            return StrictMath.log(excess);
        });
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
