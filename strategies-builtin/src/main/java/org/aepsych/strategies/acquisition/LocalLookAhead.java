package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

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
        return new PlaceScores((point, out) -> score(point, level, out));
    }

    private double score(PosteriorPoint point, double level, Sensitivity out) {
        Link link = point.likelihood().link();
        double deviation = StrictMath.sqrt(point.variance());
        double limit = (level - point.mean()) / deviation;
        double before = Normal.cdf(limit);
        // The event's number is the latent value itself, standardised.
        double joint = link.jointly(point.mean(), point.variance(), deviation, limit, before, out);
        double jointByMean = out.byMean() - out.byLimit() / deviation;
        double jointByVariance =
                out.byVariance() + (out.byCovariance() - out.byLimit() * limit / deviation) / (2 * deviation);
        link.probability(point.mean(), point.variance(), out);
        double yes = point.probability();
        double gain = measure.gain(yes, before, measure.uncertainty(before), joint);
        double outer = measure.byTotal(gain);
        double byYes = outer * measure.byYes(yes, before, joint);
        double byJoint = outer * measure.byJoint(yes, before, joint);
        double density = outer * measure.byBefore(yes, before, joint) * Normal.density(limit);
        out.set(
                byYes * out.byMean() + byJoint * jointByMean - density / deviation,
                byYes * out.byVariance() + byJoint * jointByVariance - density * limit / (2 * point.variance()));
        return measure.total(gain);
    }
}
