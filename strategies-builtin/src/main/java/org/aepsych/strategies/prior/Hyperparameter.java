package org.aepsych.strategies.prior;

/**
 * A number of a model that is fitted. Positive ones are fitted in logarithms; the density of the prior stays that of the
 * number itself, so the mode stays the mode.
 *
 * @param name for messages and tests: "lengthscale of contrast"
 * @param role what it does
 * @param prior what is believed about it before the first trial
 * @param lower lowest value
 * @param upper highest value
 * @param start where the fit begins
 */
public record Hyperparameter(String name, Role role, Prior prior, double lower, double upper, double start) {
    /** What a hyper-parameter does. */
    public enum Role {
        /** Shifts the latent function; any sign. */
        MEAN(false),
        /** How much something has of what several have in common; any sign. */
        LOADING(false),
        /** How much something varies; positive. */
        VARIANCE(true),
        /** How far one goes until the latent function is another; positive. */
        LENGTHSCALE(true),
        /** Another distance; positive. */
        INCREMENT(true);

        private final boolean logarithmic;

        Role(boolean logarithmic) {
            this.logarithmic = logarithmic;
        }
    }

    /** Checks the numbers. */
    public Hyperparameter {
        if (!(lower < upper && lower <= start && start <= upper && (lower > 0 || !role.logarithmic))) {
            throw new IllegalArgumentException(
                    name + " starts within its bounds, but they are " + lower + ", " + start + " and " + upper);
        }
    }

    /**
     * Returns the value at a coordinate of the fit.
     *
     * @param coordinate the value or its logarithm
     * @return the value
     */
    public double value(double coordinate) {
        return role.logarithmic ? StrictMath.exp(coordinate) : coordinate;
    }

    /**
     * Returns the coordinate of the fit that stands for a value.
     *
     * @param value the value
     * @return the value or its logarithm
     */
    public double coordinate(double value) {
        return role.logarithmic ? StrictMath.log(value) : value;
    }

    /**
     * Returns the logarithm of the prior density, up to a constant.
     *
     * @param coordinate of the fit
     * @return ln p
     */
    public double logDensity(double coordinate) {
        return prior.logDensity(value(coordinate));
    }

    /**
     * Returns its derivative by the coordinate.
     *
     * @param coordinate of the fit
     * @return the derivative
     */
    public double slope(double coordinate) {
        double value = value(coordinate);
        return prior.slope(value) * (role.logarithmic ? value : 1);
    }
}
