package org.aepsych.strategies.space;

/**
 * Linear, or the decimal logarithm of the value plus a constant.
 *
 * @param logarithmic whether models see the logarithm
 * @param shift what is added before the logarithm is taken, so that it exists from the lowest value on
 */
record Scale(boolean logarithmic, double shift) {
    static Scale of(boolean logarithmic, double lowest) {
        if (!logarithmic || lowest >= 1) {
            return new Scale(logarithmic, 0);
        }
        return new Scale(true, lowest < 0 ? 1 - lowest : 1);
    }

    double forward(double value) {
        return logarithmic ? StrictMath.log10(value + shift) : value;
    }

    double inverse(double scaled) {
        return logarithmic ? StrictMath.pow(10, scaled) - shift : scaled;
    }
}
