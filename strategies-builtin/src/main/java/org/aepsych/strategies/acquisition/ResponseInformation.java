package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * What the response tells about the latent value at the place of the trial, in nats (BALD; N. Houlsby, F. Huszár, Z.
 * Ghahramani and M. Lengyel, Bayesian active learning for classification and preference learning, arXiv 1112.5745, 2011).
 */
record ResponseInformation() implements AcquisitionFunction {
    private static final GaussHermite RULE = new GaussHermite(20);

    @Override
    public Scores over(Situation situation) {
        Link link = situation.posterior().likelihood().link();
        return new PlaceScores((point, out) -> score(link, point, out));
    }

    private static double score(Link link, PosteriorPoint point, Sensitivity out) {
        double deviation = StrictMath.sqrt(point.variance());
        double within = 0;
        double byMean = 0;
        double byDeviation = 0;
        for (int i = 0; i < RULE.size(); i++) {
            double p = link.probability(point.mean() + deviation * RULE.node(i), 0, out);
            double slope = RULE.weight(i) * logOdds(p) * out.byMean();
            within += RULE.weight(i) * entropy(p);
            byMean += slope;
            byDeviation += slope * RULE.node(i);
        }
        double odds = logOdds(link.probability(point.mean(), point.variance(), out));
        out.set(odds * out.byMean() - byMean, odds * out.byVariance() - byDeviation / (2 * deviation));
        return entropy(point.probability()) - within;
    }

    /** Returns ln((1 − p)/p), the derivative of the entropy. */
    private static double logOdds(double p) {
        return p > 0 && p < 1 ? StrictMath.log((1 - p) / p) : 0;
    }

    private static double entropy(double p) {
        double q = 1 - p;
        return (p > 0 ? -p * StrictMath.log(p) : 0) + (q > 0 ? -q * StrictMath.log(q) : 0);
    }
}
