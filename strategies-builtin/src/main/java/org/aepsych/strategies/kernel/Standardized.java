package org.aepsych.strategies.kernel;

/**
 * Units in which outcomes have mean 0 and standard deviation 1.
 *
 * @param center the mean of the outcomes
 * @param scale their standard deviation, above 0
 */
public record Standardized(double center, double scale) {
    private static final double LEAST = 1e-9;

    /**
     * The units of some outcomes.
     *
     * @param outcomes may be empty, or all the same; the scale is then 1
     * @return the units
     */
    public static Standardized of(double[] outcomes) {
        int n = outcomes.length;
        if (n == 0) {
            return new Standardized(0, 1);
        }
        double sum = 0;
        for (double outcome : outcomes) {
            sum += outcome / n;
        }
        double squares = 0;
        for (double outcome : outcomes) {
            squares += (outcome - sum) * (outcome - sum) / Math.max(1, n - 1);
        }
        double deviation = StrictMath.sqrt(squares);
        return new Standardized(sum, deviation > LEAST * Math.abs(sum) && deviation > 0 ? deviation : 1);
    }

    /**
     * Returns the square of the scale.
     *
     * @return the variance of the outcomes
     */
    public double square() {
        return scale * scale;
    }

    /**
     * Turns a mean of standardised outcomes into one of the outcomes.
     *
     * @param standardized the mean
     * @return a mean in the units of the outcomes
     */
    public MeanFunction mean(MeanFunction standardized) {
        return new MeanFunction() {
            @Override
            public double at(double[] place) {
                return center + scale * standardized.at(place);
            }

            @Override
            public void addGradient(double[] place, double weight, double[] out) {
                standardized.addGradient(place, weight * scale, out);
            }

            @Override
            public void addSlope(double[] place, double weight, double[] out) {
                standardized.addSlope(place, weight * scale, out);
            }
        };
    }

    /**
     * Turns a covariance of standardised outcomes into one of the outcomes.
     *
     * @param standardized the covariance
     * @return a covariance in the squared units of the outcomes
     */
    public Kernel kernel(Kernel standardized) {
        return new Scaled(square(), -1, standardized);
    }
}
