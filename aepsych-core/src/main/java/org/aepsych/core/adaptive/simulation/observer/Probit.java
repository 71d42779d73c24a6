package org.aepsych.core.adaptive.simulation.observer;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution function. */
public final class Probit {
    private static final double ROOT_TWO = Math.sqrt(2);

    private Probit() {}

    /**
     * Returns the distribution function.
     *
     * @param z any number
     * @return the probability of less
     */
    public static double of(double z) {
        return Erfc.value(-z / ROOT_TWO) / 2;
    }

    static double inverse(double p) {
        return -ROOT_TWO * InverseErfc.value(2 * p);
    }
}
