package org.aepsych.strategies.math;

/**
 * The scaled complementary error function by rational Chebyshev approximations (W. J. Cody, Mathematics of Computation 23,
 * 1969), in three ranges.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as published
final class ErrorFunction {
    private static final double SQRT_PI_INVERSE = 1 / StrictMath.sqrt(StrictMath.PI);
    private static final double SMALL = 0.46875;
    private static final double MIDDLE = 4;

    private static final double[] SMALL_OVER = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };
    private static final double[] SMALL_UNDER = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    private static final double[] MIDDLE_OVER = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };
    private static final double[] MIDDLE_UNDER = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] LARGE_OVER = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] LARGE_UNDER = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private ErrorFunction() {}

    /** Returns exp(x²) erfc(x) for x from 0. */
    static double scaledComplement(double x) {
        return x <= SMALL ? StrictMath.exp(x * x) * (1 - erf(x)) : scaledTail(x);
    }

    private static double erf(double x) {
        double square = x * x;
        return x * Polynomial.at(SMALL_OVER, square) / Polynomial.at(SMALL_UNDER, square);
    }

    private static double scaledTail(double y) {
        if (y <= MIDDLE) {
            return Polynomial.at(MIDDLE_OVER, y) / Polynomial.at(MIDDLE_UNDER, y);
        }
        double inverse = 1 / (y * y);
        double correction = inverse * Polynomial.at(LARGE_OVER, inverse) / Polynomial.at(LARGE_UNDER, inverse);
        return (SQRT_PI_INVERSE - correction) / y;
    }
}
