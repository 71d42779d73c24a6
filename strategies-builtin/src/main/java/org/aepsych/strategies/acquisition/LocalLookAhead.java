package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.Normal;

/**
 * Look-ahead about the level set at the place of the trial only; cheap, and good in one and two dimensions.
 *
 * @param measure what is gained by knowing the event better
 * @param target the response probability whose level set is sought, above 0 and below 1
 */
record LocalLookAhead(Measure measure, double target) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        double level = situation.posterior().likelihood().link().inverse(target);
        return (point, count) -> score(point, level);
    }

    private double score(PosteriorPoint point, double level) {
        double deviation = StrictMath.sqrt(point.variance());
        double limit = (level - point.mean()) / deviation;
        double before = Normal.cdf(limit);
        // The event's number is the latent value itself, standardised.
        double joint = point.likelihood().link().jointly(point.mean(), point.variance(), deviation, limit, before);
        return measure.total(measure.gain(point.probability(), before, measure.uncertainty(before), joint));
    }
}
