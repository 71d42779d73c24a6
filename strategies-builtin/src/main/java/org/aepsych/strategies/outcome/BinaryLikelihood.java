package org.aepsych.strategies.outcome;

/**
 * Outcomes 0 and 1, the probability of 1 being a link's value.
 *
 * @param link between latent value and probability
 */
public record BinaryLikelihood(Link link) implements Likelihood {
    @Override
    public void moments(double outcome, double mean, double variance, Moments out) {
        link.moments(outcome > 0.5, mean, variance, out);
    }

    @Override
    public double expected(double mean, double variance) {
        return link.probability(mean, variance);
    }

    @Override
    public double latent(double expected) {
        return link.inverse(expected);
    }

    @Override
    public double information(double mean, double variance) {
        double yes = link.probability(mean, variance);
        Moments moments = new Moments();
        link.moments(true, mean, 0, moments);
        double ifYes = moments.curvature();
        link.moments(false, mean, 0, moments);
        return Math.max(0, yes * ifYes + (1 - yes) * moments.curvature());
    }
}
