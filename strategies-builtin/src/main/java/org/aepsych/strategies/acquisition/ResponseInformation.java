package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.outcome.Link;

/**
 * What the response tells about the latent value at the place of the trial, in nats (BALD; N. Houlsby, F. Huszár, Z.
 * Ghahramani and M. Lengyel, Bayesian active learning for classification and preference learning, arXiv 1112.5745, 2011).
 */
record ResponseInformation() implements AcquisitionFunction {
    private static final GaussHermite RULE = new GaussHermite(20);

    @Override
    public Scores over(Situation situation) {
        Link link = situation.posterior().likelihood().link();
        return (point, count) -> score(link, point);
    }

    private static double score(Link link, PosteriorPoint point) {
        double deviation = StrictMath.sqrt(point.variance());
        double within = 0;
        for (int i = 0; i < RULE.size(); i++) {
            within += RULE.weight(i) * entropy(link.probability(point.mean() + deviation * RULE.node(i), 0));
        }
        return entropy(point.probability()) - within;
    }

    private static double entropy(double p) {
        double q = 1 - p;
        return (p > 0 ? -p * StrictMath.log(p) : 0) + (q > 0 ? -q * StrictMath.log(q) : 0);
    }
}
