package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.gp.PosteriorQueries;
import org.aepsych.strategies.math.BivariateNormal;

/** How uncertain the response probability is at the place of the trial (BALV). */
record ResponseVariance() implements AcquisitionFunction {
    @Override
    public Scores over(PosteriorQueries queries) {
        return (point, count) -> at(point);
    }

    /**
     * Returns the variance of Φ(f), in closed form: its second moment is the probability that two responses are yes,
     * whose correlation is σ²/(1+σ²).
     */
    static double at(PosteriorPoint point) {
        double probability = point.probability();
        double probit = point.probit();
        double correlation = point.variance() / (1 + point.variance());
        double both = BivariateNormal.cdf(probit, probit, correlation, probability, probability);
        return Math.max(0, both - probability * probability);
    }
}
