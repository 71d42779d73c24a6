package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * The expected utility of the better of two stimuli, E max(f₁, f₂) (EUBO; Z. Lin, R. Astudillo, P. Frazier and E. Bakshy,
 * Preference exploration for efficient Bayesian optimization with multiple outcomes, AISTATS 2022).
 */
record BestOptionUtility() implements AcquisitionFunction {
    private static final double ROOT_TWO = StrictMath.sqrt(2);

    @Override
    public Scores over(Situation situation) {
        return new Utility(situation.posterior().newPoint());
    }

    private static final class Utility implements SmoothScores {
        private final PosteriorPoint first;
        private final Sensitivity sensitivity = new Sensitivity();

        Utility(PosteriorPoint first) {
            this.first = first;
        }

        @Override
        public double of(PosteriorPoint point, int queries) {
            double[] pair = point.place();
            first.move(Arrays.copyOf(pair, pair.length / 2));
            // The latent value of the pair is (f₂ − f₁)/√2.
            return first.mean() + Improvement.expected(ROOT_TWO * point.mean(), 2 * point.variance(), 0, sensitivity);
        }

        @Override
        public double of(PosteriorPoint point, int queries, double[] slope) {
            double score = of(point, queries);
            double[] alone = new double[slope.length / 2];
            first.addSlope(1, 0, alone);
            Arrays.fill(slope, 0);
            System.arraycopy(alone, 0, slope, 0, alone.length);
            point.addSlope(ROOT_TWO * sensitivity.byMean(), 2 * sensitivity.byVariance(), slope);
            return score;
        }
    }
}
