package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.Normal;

/** How probable it is that the latent value exceeds the highest posterior mean at the places seen so far. */
record ImprovementProbability() implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        double best = ExpectedImprovement.best(situation);
        return (point, count) -> Normal.logCdf((point.mean() - best) / StrictMath.sqrt(point.variance()));
    }
}
