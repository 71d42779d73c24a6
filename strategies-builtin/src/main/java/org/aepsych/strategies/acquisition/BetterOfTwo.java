package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.BivariateNormal;
import org.aepsych.strategies.math.Normal;

/**
 * By how much the larger of two jointly normal values exceeds a threshold. With Dᵢⱼ = Xᵢ − Xⱼ, E[Xᵢ; Xᵢ is the largest] is
 * μᵢ P + cov(Xᵢ, Dᵢⱼ) × (density of Dᵢⱼ = 0) × P(Dᵢₖ &gt; 0 there) + the same with j and k exchanged (Stein's lemma).
 *
 * @param v1 variance of the first value
 * @param v2 variance of the second
 * @param covariance of both
 * @param d standard deviation of the difference
 */
record BetterOfTwo(double v1, double v2, double covariance, double d) {
    private static final double LEAST_VARIANCE = 1e-12;

    static BetterOfTwo of(double v1, double v2, double covariance) {
        double most = StrictMath.sqrt(v1 * v2) * (1 - 1e-12);
        double bounded = Math.max(-most, Math.min(most, covariance));
        double difference = Math.max(LEAST_VARIANCE, v1 + v2 - 2 * bounded);
        return new BetterOfTwo(v1, v2, bounded, StrictMath.sqrt(difference));
    }

    /** Returns ln E max(0, max(X₁, X₂) − b). */
    double logImprovement(double mean1, double mean2, double threshold) {
        double least = Math.max(
                Improvement.log(mean1, StrictMath.sqrt(v1), threshold),
                Improvement.log(mean2, StrictMath.sqrt(v2), threshold));
        double expected = improvement(mean1, mean2, threshold);
        // Far below the threshold the sum loses its digits, and the better of the two alone is all that counts.
        return expected > 0 ? Math.max(least, StrictMath.log(expected)) : least;
    }

    /** Returns E max(0, max(X₁, X₂) − b). */
    double improvement(double mean1, double mean2, double threshold) {
        return part(mean1, v1, mean2, threshold) + part(mean2, v2, mean1, threshold);
    }

    /** Returns E[X − b; X is above b and the other]. */
    private double part(double mean, double variance, double otherMean, double threshold) {
        double s = StrictMath.sqrt(variance);
        double overThreshold = (mean - threshold) / s;
        double overOther = (mean - otherMean) / d;
        double withDifference = variance - covariance;
        double rho = Math.max(-1, Math.min(1, withDifference / (s * d)));
        double largest = BivariateNormal.cdf(overThreshold, overOther, rho);
        double rest = StrictMath.sqrt(Math.max(1e-300, 1 - rho * rho));
        double atThreshold = Normal.density(overThreshold) * Normal.cdf((overOther - rho * overThreshold) / rest);
        double atOther = Normal.density(overOther) * Normal.cdf((overThreshold - rho * overOther) / rest);
        return (mean - threshold) * largest + s * atThreshold + withDifference / d * atOther;
    }
}
