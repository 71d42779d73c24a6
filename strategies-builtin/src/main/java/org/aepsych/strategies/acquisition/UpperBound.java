package org.aepsych.strategies.acquisition;

/**
 * The upper confidence bound m + √β s of a quantity of mean m and standard deviation s.
 *
 * @param beta how optimistic to be, from 0; with 0, the score is the posterior mean
 * @param about the quantity
 * @param binary whether outcomes are binary
 */
record UpperBound(double beta, QuantityChoice about, boolean binary) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        Quantity quantity = about.of(situation.posterior().likelihood(), binary);
        if (beta == 0) {
            return new PlaceScores(quantity::mean);
        }
        return new PlaceScores((point, out) -> {
            double root = StrictMath.sqrt(beta * quantity.variance(point, out));
            double steepness = root > 0 ? beta / (2 * root) : 0;
            double byMean = steepness * out.byMean();
            double byVariance = steepness * out.byVariance();
            double mean = quantity.mean(point, out);
            out.set(byMean + out.byMean(), byVariance + out.byVariance());
            return mean + root;
        });
    }
}
