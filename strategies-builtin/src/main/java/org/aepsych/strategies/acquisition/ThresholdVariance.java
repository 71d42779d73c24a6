package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.ThresholdPoint;

/**
 * How uncertain the threshold is in the context of the trial (ThresholdBALV; S. Keeley et al., AAAI 2023). All intensities
 * of a context have the same score.
 *
 * @param target the response probability at the threshold
 */
record ThresholdVariance(double target) implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        Posterior posterior = situation.posterior();
        double level = posterior.likelihood().link().inverse(target);
        if (!(posterior.newPoint() instanceof ThresholdPoint)) {
            throw new UnsupportedOperationException(
                    "only semi-parametric models say how uncertain a threshold is, such as SemiParametricGPModel");
        }
        return (point, count) -> ((ThresholdPoint) point).thresholdVariance(level);
    }
}
