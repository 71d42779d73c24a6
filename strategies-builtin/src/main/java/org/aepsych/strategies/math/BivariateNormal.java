package org.aepsych.strategies.math;

/**
 * The bivariate normal distribution with standard margins, for every correlation (A. Genz, Numerical computation of
 * rectangular bivariate and trivariate normal and t probabilities, Statistics and Computing 14, 2004): an integral over
 * the correlation by 4, 6, 12 or 20 nodes, and an expansion about perfect correlation from 0.925 on. The absolute error is
 * below 1e-14.
 */
public final class BivariateNormal {
    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final double SQRT_TWO_PI = StrictMath.sqrt(TWO_PI);
    private static final double NEARLY_PERFECT = 0.925;
    private static final double LEAST_REST = 1e-300;

    private static final GaussLegendre FEWEST = new GaussLegendre(4);
    private static final GaussLegendre FEW = new GaussLegendre(6);
    private static final GaussLegendre MORE = new GaussLegendre(12);
    private static final GaussLegendre MANY = new GaussLegendre(20);

    private BivariateNormal() {}

    /**
     * Cumulative distribution function.
     *
     * @param h upper limit of X
     * @param k upper limit of Y
     * @param rho correlation of X and Y, from −1 to 1
     * @return P(X ≤ h, Y ≤ k), from 0 to the smaller of Φ(h) and Φ(k)
     */
    public static double cdf(double h, double k, double rho) {
        return cdf(h, k, rho, Normal.cdf(h), Normal.cdf(k));
    }

    /**
     * Cumulative distribution function, if those of the margins are known already.
     *
     * @param h upper limit of X
     * @param k upper limit of Y
     * @param rho correlation of X and Y, from −1 to 1
     * @param cdfH Φ(h)
     * @param cdfK Φ(k)
     * @return P(X ≤ h, Y ≤ k), from 0 to the smaller of Φ(h) and Φ(k)
     */
    public static double cdf(double h, double k, double rho, double cdfH, double cdfK) {
        double value = Math.abs(rho) < NEARLY_PERFECT
                ? cdfH * cdfK + overCorrelation(h, k, rho)
                : aboutPerfectCorrelation(h, k, rho, cdfH, cdfK);
        return Math.max(Math.max(0, cdfH + cdfK - 1), Math.min(value, Math.min(cdfH, cdfK)));
    }

    /**
     * Derivative of the cumulative distribution function by the first limit; by the second, exchange the limits.
     *
     * @param h upper limit of X
     * @param k upper limit of Y
     * @param rho correlation of X and Y, from −1 to 1
     * @return φ(h) Φ((k − ρh)/√(1 − ρ²))
     */
    public static double slope(double h, double k, double rho) {
        return Normal.density(h) * Normal.cdf((k - rho * h) / StrictMath.sqrt(rest(rho)));
    }

    /**
     * Density, which is also the derivative of the cumulative distribution function by the correlation.
     *
     * @param h value of X
     * @param k value of Y
     * @param rho correlation of X and Y, from −1 to 1
     * @return φ₂(h, k; ρ)
     */
    public static double density(double h, double k, double rho) {
        double rest = rest(rho);
        double distance = k - rho * h;
        return StrictMath.exp(-(h * h + distance * distance / rest) / 2) / (TWO_PI * StrictMath.sqrt(rest));
    }

    /** Returns 1 − ρ², but never 0. */
    private static double rest(double rho) {
        return Math.max(LEAST_REST, (1 - rho) * (1 + rho));
    }

    /**
     * The integral of the density over the correlation, from 0 to rho. Genz makes the correlation the sine of an angle;
     * the tangent of half that angle is as smooth and needs no trigonometric functions.
     */
    private static double overCorrelation(double h, double k, double rho) {
        double size = Math.abs(rho);
        GaussLegendre rule = size < 0.1 ? FEWEST : size < 0.3 ? FEW : size < 0.75 ? MORE : MANY;
        double[] nodes = rule.nodes;
        double[] weights = rule.weights;
        double twiceProduct = 2 * h * k;
        double squares = (h * h + k * k) / 2;
        double half = rho / (1 + StrictMath.sqrt(1 - rho * rho)) / 2;
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            double t = half * (1 + nodes[i]);
            double plus = 1 + t * t;
            double minus = 1 - t * t;
            double inverse = 1 / (plus * minus * minus);
            double exponent = plus * plus * inverse * (twiceProduct * t - plus * squares);
            sum += weights[i] * minus * minus * inverse * StrictMath.exp(exponent);
        }
        return sum * half / StrictMath.PI;
    }

    private static double aboutPerfectCorrelation(double h, double k, double rho, double cdfH, double cdfK) {
        double mirrored = rho < 0 ? -k : k;
        double gap = Math.abs(rho) < 1 ? shortfall(-h, -mirrored, Math.abs(rho)) : 0;
        if (rho > 0) {
            return Math.min(cdfH, cdfK) - gap;
        }
        return Math.max(0, cdfH + cdfK - 1) + gap;
    }

    /** How much less the probability of both being above their limits is than at perfect positive correlation. */
    private static double shortfall(double h, double k, double rho) {
        double product = h * k;
        double variance = (1 - rho) * (1 + rho);
        double deviation = StrictMath.sqrt(variance);
        double difference = (h - k) * (h - k);
        double c = (4 - product) / 8;
        double d = (12 - product) / 16;
        double sum = 0;
        double exponent = -(difference / variance + product) / 2;
        if (exponent > -100) {
            sum = deviation
                    * StrictMath.exp(exponent)
                    * (1
                            - c * (difference - variance) * (1 - d * difference / 5) / 3
                            + c * d * variance * variance / 5);
        }
        if (-product < 100) {
            double distance = StrictMath.sqrt(difference);
            sum -= StrictMath.exp(-product / 2)
                    * SQRT_TWO_PI
                    * Normal.cdf(-distance / deviation)
                    * distance
                    * (1 - c * difference * (1 - d * difference / 5) / 3);
        }
        double half = deviation / 2;
        for (int i = 0; i < MANY.nodes.length; i++) {
            double x = half * (1 + MANY.nodes[i]);
            double square = x * x;
            double power = -(difference / square + product) / 2;
            if (power > -100) {
                double root = StrictMath.sqrt(1 - square);
                double exact = StrictMath.exp(-product * square / (2 * (1 + root) * (1 + root))) / root;
                double series = 1 + c * square * (1 + d * square);
                sum += half * MANY.weights[i] * StrictMath.exp(power) * (exact - series);
            }
        }
        return sum / TWO_PI;
    }
}
