package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * By how much a trial's stimuli are expected to exceed the best of those seen, whose values are not known exactly: the
 * average over draws of these values, each in closed form (B. Letham, B. Karrer, G. Ottoni and E. Bakshy, Constrained
 * Bayesian optimization with noisy experiments, Bayesian Analysis 14, 2019). Of two stimuli, the better counts, and always
 * its utility, because the origin of utilities is arbitrary.
 *
 * @param about the quantity
 * @param binary whether outcomes are binary
 */
record NoisyImprovement(QuantityChoice about, boolean binary) implements AcquisitionFunction {
    private static final int DRAWS = 64;
    private static final int PAIR_DRAWS = 32;
    private static final double LEAST_VARIANCE = 1e-10;

    @Override
    public Scores over(Situation situation) {
        if (situation.stimuli() == 2) {
            return pairs(situation);
        }
        Likelihood likelihood = situation.posterior().likelihood();
        return about.of(likelihood, binary) == Quantity.LATENT
                ? new Singles(new Baseline(situation, DRAWS), Improvement::log)
                : new Singles(
                        new Baseline(situation, DRAWS),
                        ofProbability(about.link().orElseGet(likelihood::link)));
    }

    /** The logarithm of an improvement of a quantity, with its derivatives. */
    private interface LogImprovement {
        double at(double mean, double variance, double threshold, Sensitivity out);
    }

    private static LogImprovement ofProbability(Link link) {
        return (mean, variance, threshold, out) -> {
            double expected = Math.max(Double.MIN_NORMAL, Improvement.expected(link, mean, variance, threshold, out));
            out.set(out.byMean() / expected, out.byVariance() / expected);
            return StrictMath.log(expected);
        };
    }

    private static final class Singles implements SmoothScores {
        private final Baseline baseline;
        private final LogImprovement improvement;
        private final double[] logs;
        private final double[] byMeans;
        private final double[] byVariances;
        private final Sensitivity sensitivity = new Sensitivity();

        Singles(Baseline baseline, LogImprovement improvement) {
            this.baseline = baseline;
            this.improvement = improvement;
            logs = new double[baseline.size()];
            byMeans = new double[baseline.size()];
            byVariances = new double[baseline.size()];
        }

        @Override
        public double of(PosteriorPoint point, int queries) {
            return of(point, baseline.weights(point));
        }

        private double of(PosteriorPoint point, double[] weights) {
            double variance = Math.max(LEAST_VARIANCE, point.variance() - Baseline.product(weights, weights));
            for (int s = 0; s < logs.length; s++) {
                double mean = point.mean() + baseline.shift(s, weights);
                logs[s] = improvement.at(mean, variance, baseline.best(s), sensitivity);
                byMeans[s] = sensitivity.byMean();
                byVariances[s] = sensitivity.byVariance();
            }
            return logMean(logs);
        }

        @Override
        public double of(PosteriorPoint point, int queries, double[] slope) {
            double[] weights = baseline.weights(point);
            double score = of(point, weights);
            double byMean = 0;
            double byVariance = 0;
            double[] byWeights = new double[weights.length];
            for (int s = 0; s < logs.length; s++) {
                double share = StrictMath.exp(logs[s] - score) / logs.length;
                byMean += share * byMeans[s];
                byVariance += share * byVariances[s];
                baseline.addShift(s, share * byMeans[s], byWeights);
            }
            for (int k = 0; k < weights.length; k++) {
                byWeights[k] -= 2 * byVariance * weights[k];
            }
            Arrays.fill(slope, 0);
            point.addSlope(byMean, byVariance, slope);
            baseline.addSlope(point, byWeights, slope);
            return score;
        }
    }

    private static Scores pairs(Situation situation) {
        Baseline baseline = new Baseline(situation, PAIR_DRAWS);
        PosteriorPoint first = situation.posterior().newPoint();
        PosteriorPoint second = situation.posterior().newPoint();
        return (point, count) -> {
            double[] pair = point.place();
            int d = pair.length / 2;
            double[] one = baseline.weights(first.move(Arrays.copyOf(pair, d)));
            double[] other = baseline.weights(second.move(Arrays.copyOfRange(pair, d, 2 * d)));
            double v1 = Math.max(LEAST_VARIANCE, first.variance() - Baseline.product(one, one));
            double v2 = Math.max(LEAST_VARIANCE, second.variance() - Baseline.product(other, other));
            // The latent value of the pair is (f₂ − f₁)/√2.
            double covariance = (first.variance() + second.variance()) / 2 - point.variance();
            BetterOfTwo better = BetterOfTwo.of(v1, v2, covariance - Baseline.product(one, other));
            double[] logs = new double[baseline.size()];
            for (int s = 0; s < logs.length; s++) {
                logs[s] = better.logImprovement(
                        first.mean() + baseline.shift(s, one),
                        second.mean() + baseline.shift(s, other),
                        baseline.best(s));
            }
            return logMean(logs);
        };
    }

    private static double logMean(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - most);
        }
        return most + StrictMath.log(sum / logs.length);
    }
}
