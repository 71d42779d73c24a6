package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;

/**
 * The expected utility of the better of two stimuli, E max(f₁, f₂) (EUBO; Z. Lin, R. Astudillo, P. Frazier and E. Bakshy,
 * Preference exploration for efficient Bayesian optimization with multiple outcomes, AISTATS 2022).
 */
record BestOptionUtility() implements AcquisitionFunction {
    private static final double ROOT_TWO = StrictMath.sqrt(2);

    @Override
    public Scores over(Situation situation) {
        PosteriorPoint first = situation.posterior().newPoint();
        return (point, count) -> {
            double[] pair = point.place();
            first.move(Arrays.copyOf(pair, pair.length / 2));
            // The latent value of the pair is (f₂ − f₁)/√2.
            double deviation = StrictMath.sqrt(2 * point.variance());
            return first.mean() + Improvement.expected(ROOT_TWO * point.mean(), deviation, 0);
        };
    }
}
