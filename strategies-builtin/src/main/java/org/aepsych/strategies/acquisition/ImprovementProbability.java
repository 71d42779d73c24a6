package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.Normal;

/** How probable it is that the latent value exceeds the highest posterior mean at the places seen so far. */
record ImprovementProbability() implements AcquisitionFunction {
    @Override
    public Scores over(Situation situation) {
        double best = ExpectedImprovement.best(situation);
        return new PlaceScores((point, out) -> {
            double deviation = StrictMath.sqrt(point.variance());
            double u = (point.mean() - best) / deviation;
            double hazard = Normal.hazard(u);
            out.set(hazard / deviation, -hazard * u / (2 * point.variance()));
            return Normal.logCdf(u);
        });
    }
}
