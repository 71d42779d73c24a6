package org.aepsych.strategies.acquisition;

import java.util.Arrays;
import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Link;

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
        Baseline baseline = new Baseline(situation, DRAWS);
        boolean latent = about.of(situation.posterior().likelihood(), binary) == Quantity.LATENT;
        return (point, count) -> {
            double[] weights = baseline.weights(point);
            double variance = Math.max(LEAST_VARIANCE, point.variance() - Baseline.product(weights, weights));
            double[] logs = new double[baseline.size()];
            for (int s = 0; s < logs.length; s++) {
                double mean = point.mean() + baseline.shift(s, weights);
                logs[s] = latent
                        ? Improvement.log(mean, StrictMath.sqrt(variance), baseline.best(s))
                        : logOfProbability(
                                about.link().orElseGet(() -> point.likelihood().link()),
                                mean,
                                variance,
                                baseline.best(s));
            }
            return logMean(logs);
        };
    }

    private static double logOfProbability(Link link, double mean, double variance, double best) {
        double expected = Improvement.expected(link, mean, variance, best);
        return StrictMath.log(Math.max(Double.MIN_NORMAL, expected));
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
