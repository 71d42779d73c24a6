package org.aepsych.strategies.prior;

/** What is believed about a hyper-parameter before anything is observed. Immutable. */
public sealed interface Prior {
    /**
     * Returns the logarithm of the density, up to a constant.
     *
     * @param value of the hyper-parameter
     * @return ln p
     */
    double logDensity(double value);

    /**
     * Returns its derivative.
     *
     * @param value of the hyper-parameter
     * @return d ln p/dx
     */
    double slope(double value);

    /** Every value is as probable as any other. */
    record Flat() implements Prior {
        @Override
        public double logDensity(double value) {
            return 0;
        }

        @Override
        public double slope(double value) {
            return 0;
        }
    }

    /**
     * A normal distribution.
     *
     * @param mean of the value
     * @param deviation standard deviation, above 0
     */
    record Normal(double mean, double deviation) implements Prior {
        /** Checks the numbers. */
        public Normal {
            require(deviation > 0, "a standard deviation is above 0", deviation);
        }

        @Override
        public double logDensity(double value) {
            double z = (value - mean) / deviation;
            return -z * z / 2;
        }

        @Override
        public double slope(double value) {
            return (mean - value) / (deviation * deviation);
        }
    }

    /**
     * A gamma distribution of a positive value.
     *
     * @param shape above 0
     * @param rate above 0
     */
    record Gamma(double shape, double rate) implements Prior {
        /** Checks the numbers. */
        public Gamma {
            require(shape > 0 && rate > 0, "shape and rate are above 0", shape);
        }

        @Override
        public double logDensity(double value) {
            return (shape - 1) * StrictMath.log(value) - rate * value;
        }

        @Override
        public double slope(double value) {
            return (shape - 1) / value - rate;
        }
    }

    /**
     * An inverse gamma distribution of a positive value.
     *
     * @param shape above 0
     * @param scale above 0
     */
    record InverseGamma(double shape, double scale) implements Prior {
        /** Checks the numbers. */
        public InverseGamma {
            require(shape > 0 && scale > 0, "shape and scale are above 0", shape);
        }

        @Override
        public double logDensity(double value) {
            return -(shape + 1) * StrictMath.log(value) - scale / value;
        }

        @Override
        public double slope(double value) {
            return (scale / value - shape - 1) / value;
        }
    }

    /**
     * A normal distribution of the logarithm of a positive value; the density is that of the value.
     *
     * @param location mean of the logarithm
     * @param scale standard deviation of the logarithm, above 0
     */
    record LogNormal(double location, double scale) implements Prior {
        /** Checks the numbers. */
        public LogNormal {
            require(scale > 0, "a standard deviation is above 0", scale);
        }

        @Override
        public double logDensity(double value) {
            double log = StrictMath.log(value);
            double z = (log - location) / scale;
            return -log - z * z / 2;
        }

        @Override
        public double slope(double value) {
            return -(1 + (StrictMath.log(value) - location) / (scale * scale)) / value;
        }
    }

    /**
     * Even between two values, falling off like a normal density outside.
     *
     * @param lower lowest of the even values
     * @param upper highest of the even values, above {@code lower}
     * @param deviation standard deviation of the shoulders, above 0
     */
    record SmoothedBox(double lower, double upper, double deviation) implements Prior {
        /** Checks the numbers. */
        public SmoothedBox {
            require(lower < upper && deviation > 0, "lower is below upper and the deviation above 0", deviation);
        }

        @Override
        public double logDensity(double value) {
            double z = outside(value) / deviation;
            return -z * z / 2;
        }

        @Override
        public double slope(double value) {
            return -outside(value) / (deviation * deviation);
        }

        private double outside(double value) {
            return value < lower ? value - lower : Math.max(0, value - upper);
        }
    }

    private static void require(boolean condition, String rule, double value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
