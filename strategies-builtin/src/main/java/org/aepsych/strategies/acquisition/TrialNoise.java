package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * The variance of a measurement that tells as much as a trial is expected to. Its derivatives are differences of the fourth
 * order, because that information has none in closed form for every likelihood.
 */
final class TrialNoise {
    private static final double LEAST_INFORMATION = 1e-12;
    private static final double STEP = 1e-3;

    private TrialNoise() {}

    static double at(Likelihood likelihood, PosteriorPoint point) {
        return at(likelihood, point.mean(), point.variance());
    }

    static double at(Likelihood likelihood, PosteriorPoint point, Sensitivity out) {
        double mean = point.mean();
        double variance = point.variance();
        double h = STEP;
        double v = STEP * variance;
        out.set(
                (8 * (at(likelihood, mean + h, variance) - at(likelihood, mean - h, variance))
                                - (at(likelihood, mean + 2 * h, variance) - at(likelihood, mean - 2 * h, variance)))
                        / (12 * h),
                (8 * (at(likelihood, mean, variance + v) - at(likelihood, mean, variance - v))
                                - (at(likelihood, mean, variance + 2 * v) - at(likelihood, mean, variance - 2 * v)))
                        / (12 * v));
        return at(likelihood, mean, variance);
    }

    private static double at(Likelihood likelihood, double mean, double variance) {
        return 1 / Math.max(LEAST_INFORMATION, likelihood.information(mean, variance));
    }
}
