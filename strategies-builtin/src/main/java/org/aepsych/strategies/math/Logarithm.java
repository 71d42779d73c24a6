package org.aepsych.strategies.math;

/**
 * The natural logarithm in plain arithmetic, several times as fast as {@link StrictMath#log} and with the same bits on every
 * machine: a number between √½ and √2 times a power of two, and a rational approximation (the minimax coefficients are
 * those of K. C. Ng's log in fdlibm, 1993). The error is at most two units in the last place.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as published
public final class Logarithm {
    private static final double LN_2_HIGH = 6.93147180369123816490e-01;
    private static final double LN_2_LOW = 1.90821492927058770002e-10;
    private static final double ROOT_TWO = StrictMath.sqrt(2);
    private static final double C1 = 6.666666666666735130e-01;
    private static final double C2 = 3.999999999940941908e-01;
    private static final double C3 = 2.857142874366239149e-01;
    private static final double C4 = 2.222219843214978396e-01;
    private static final double C5 = 1.818357216161805012e-01;
    private static final double C6 = 1.531383769920937332e-01;
    private static final double C7 = 1.479819860511658591e-01;

    private Logarithm() {}

    /**
     * Returns the logarithm.
     *
     * @param x a normal number above 0
     * @return ln x
     */
    public static double of(double x) {
        int exponent = Math.getExponent(x);
        double m = Double.longBitsToDouble((Double.doubleToRawLongBits(x) & 0x000fffffffffffffL) | 0x3ff0000000000000L);
        if (m > ROOT_TWO) {
            m /= 2;
            exponent++;
        }
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * (C6 + z * C7))))));
        double half = f * f / 2;
        return exponent * LN_2_HIGH - ((half - (s * (half + r) + exponent * LN_2_LOW)) - f);
    }
}
