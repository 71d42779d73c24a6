package org.aepsych.strategies.math;

/**
 * The standard normal distribution. All results have a relative error of a few units in the last place over the whole
 * range, also far out in the tails, and the same bits on every machine.
 */
public final class Normal {
    private static final double SQRT_HALF = StrictMath.sqrt(0.5);
    private static final double SQRT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);
    private static final double LOG_SQRT_TWO_PI = StrictMath.log(SQRT_TWO_PI);
    private static final double SQRT_TWO_OVER_PI = StrictMath.sqrt(2 / StrictMath.PI);

    private Normal() {}

    /**
     * Density.
     *
     * @param z any number
     * @return φ(z)
     */
    public static double density(double z) {
        return bell(z) / SQRT_TWO_PI;
    }

    /**
     * Logarithm of the density.
     *
     * @param z any number
     * @return ln φ(z)
     */
    public static double logDensity(double z) {
        return -z * z / 2 - LOG_SQRT_TWO_PI;
    }

    /**
     * Cumulative distribution function.
     *
     * @param z any number
     * @return Φ(z), which underflows to 0 below about −38
     */
    public static double cdf(double z) {
        return z > 0 ? 1 - leftTail(-z) : leftTail(z);
    }

    /**
     * Logarithm of the cumulative distribution function.
     *
     * @param z any number
     * @return ln Φ(z), finite for every finite z whose square is
     */
    public static double logCdf(double z) {
        if (z > 0) {
            return StrictMath.log1p(-leftTail(-z));
        }
        return StrictMath.log(ErrorFunction.scaledComplement(-z * SQRT_HALF) / 2) - z * z / 2;
    }

    /**
     * Density relative to the cumulative distribution function, the derivative of ln Φ.
     *
     * @param z any number
     * @return φ(z)/Φ(z); about −z far in the left tail
     */
    public static double hazard(double z) {
        if (z > 0) {
            return density(z) / cdf(z);
        }
        return SQRT_TWO_OVER_PI / ErrorFunction.scaledComplement(-z * SQRT_HALF);
    }

    /**
     * Inverse of the cumulative distribution function (M. J. Wichura, Algorithm AS 241, PPND16, Applied Statistics 37,
     * 1988).
     *
     * @param p probability, above 0 and below 1
     * @return z with Φ(z) = p
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, but is " + p);
        }
        return NormalQuantile.at(p);
    }

    private static double leftTail(double z) {
        return bell(z) * ErrorFunction.scaledComplement(-z * SQRT_HALF) / 2;
    }

    /** exp(−z²/2) with the square split, because its rounding error would be multiplied by its size. */
    private static double bell(double z) {
        double size = Math.min(Math.abs(z), 100);
        double head = (double) (long) (size * 16) / 16;
        double rest = (size - head) * (size + head);
        return StrictMath.exp(-head * head / 2) * StrictMath.exp(-rest / 2);
    }
}
