package org.aepsych.strategies.math;

/** Polynomials in Horner's form. */
final class Polynomial {
    private Polynomial() {}

    /** Evaluates a polynomial, the coefficient of the highest power first. */
    static double at(double[] coefficients, double x) {
        double sum = 0;
        for (double c : coefficients) {
            sum = sum * x + c;
        }
        return sum;
    }
}
