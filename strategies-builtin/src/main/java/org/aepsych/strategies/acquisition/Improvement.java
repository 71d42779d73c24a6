package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.outcome.Sensitivity;

/**
 * How much a normally distributed value is expected to exceed a threshold. Logarithms stay exact where the expectation is
 * far below the smallest number (S. Ament, S. Daulton, D. Eriksson, M. Balandat and E. Bakshy, Unexpected improvements to
 * expected improvement for Bayesian optimization, NeurIPS 2023).
 */
final class Improvement {
    private static final double FAR = -5;

    private Improvement() {}

    /** Returns E max(0, f − b). */
    static double expected(double mean, double deviation, double threshold) {
        double u = (mean - threshold) / deviation;
        return deviation * unit(u);
    }

    /** Returns E max(0, f − b), and how that changes with the moments of f. */
    static double expected(double mean, double variance, double threshold, Sensitivity out) {
        double deviation = StrictMath.sqrt(variance);
        double u = (mean - threshold) / deviation;
        out.set(Normal.cdf(u), Normal.density(u) / (2 * deviation));
        return deviation * unit(u);
    }

    /** Returns ln E max(0, f − b), and how that changes with the moments of f. */
    static double log(double mean, double variance, double threshold, Sensitivity out) {
        double deviation = StrictMath.sqrt(variance);
        double u = (mean - threshold) / deviation;
        double log = logUnit(u);
        out.set(
                StrictMath.exp(Normal.logCdf(u) - log) / deviation,
                StrictMath.exp(Normal.logDensity(u) - log) / (2 * variance));
        return StrictMath.log(deviation) + log;
    }

    /** Returns ln E max(0, f − b). */
    static double log(double mean, double deviation, double threshold) {
        return StrictMath.log(deviation) + logUnit((mean - threshold) / deviation);
    }

    /** Returns E max(0, p(f) − p(b)). */
    static double expected(Link link, double mean, double variance, double threshold) {
        double deviation = StrictMath.sqrt(variance);
        double limit = (mean - threshold) / deviation;
        double above = Normal.cdf(limit);
        // The standard normal number is (μ − f)/σ, so that it is below the limit where f exceeds the threshold.
        double joint = link.jointly(mean, variance, -deviation, limit, above);
        return Math.max(0, joint - link.probability(threshold, 0) * above);
    }

    /** Returns E max(0, p(f) − p(b)), and how that changes with the moments of f. */
    static double expected(Link link, double mean, double variance, double threshold, Sensitivity out) {
        double deviation = StrictMath.sqrt(variance);
        double limit = (mean - threshold) / deviation;
        double above = Normal.cdf(limit);
        double joint = link.jointly(mean, variance, -deviation, limit, above, out);
        double least = link.probability(threshold, 0);
        // What rises with the limit: the joint probability, less what counts for nothing.
        double byLimit = out.byLimit() - least * Normal.density(limit);
        double byDeviation = -out.byCovariance() - byLimit * limit / deviation;
        double excess = joint - least * above;
        out.set(
                excess > 0 ? out.byMean() + byLimit / deviation : 0,
                excess > 0 ? out.byVariance() + byDeviation / (2 * deviation) : 0);
        return Math.max(0, excess);
    }

    /** Returns φ(u) + uΦ(u). */
    static double unit(double u) {
        return u < FAR ? StrictMath.exp(logUnit(u)) : Normal.density(u) + u * Normal.cdf(u);
    }

    /** Returns ln(φ(u) + uΦ(u)). */
    static double logUnit(double u) {
        if (u >= FAR) {
            return StrictMath.log(Normal.density(u) + u * Normal.cdf(u));
        }
        // With r = Φ/φ the sum is φ(1 + ur); 1 + ur is 1/u² − 3/u⁴ + 15/u⁶ − … and exact enough as a continued
        // fraction.
        return Normal.logDensity(u) + StrictMath.log(remainder(-u));
    }

    /** Returns 1 − t Φ(−t)/φ(t) by Laplace's continued fraction, which loses no digits for large t. */
    private static double remainder(double t) {
        // Φ(−t)/φ(t) = 1/(t + c), with c = 1/(t + 2/(t + 3/(…))); so the remainder is c/(t + c).
        double tail = 0;
        for (int k = 60; k >= 2; k--) {
            tail = k / (t + tail);
        }
        double c = 1 / (t + tail);
        return c / (t + c);
    }
}
