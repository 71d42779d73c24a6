package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.math.Logarithm;

/** What is gained when a response changes the probability of an event. */
enum Measure {
    /** Expected absolute change of how much of the space the event covers (EAVC). */
    VOLUME_CHANGE {
        @Override
        double gain(double yes, double before, double uncertain, double joint) {
            return yes * before - joint;
        }

        @Override
        double byYes(double yes, double before, double joint) {
            return before;
        }

        @Override
        double byJoint(double yes, double before, double joint) {
            return -1;
        }

        @Override
        double byBefore(double yes, double before, double joint) {
            return yes;
        }

        @Override
        double uncertainty(double p) {
            return 0;
        }

        @Override
        double slope(double p) {
            return 0;
        }

        @Override
        double total(double sum) {
            // Either response changes the expected volume by as much, in opposite directions.
            return 2 * Math.abs(sum);
        }

        @Override
        double byTotal(double sum) {
            return sum < 0 ? -2 : 2;
        }
    },
    /** Mutual information of response and event, in bits. */
    INFORMATION {
        @Override
        double uncertainty(double p) {
            double clipped = Math.max(ROUNDING, Math.min(1 - ROUNDING, p));
            double other = 1 - clipped;
            return -(clipped * Logarithm.of(clipped) + other * Logarithm.of(other)) / LN_2;
        }

        @Override
        double slope(double p) {
            return p > ROUNDING && p < 1 - ROUNDING ? Logarithm.of((1 - p) / p) / LN_2 : 0;
        }
    },
    /** Expected reduction of the probability of classifying a place wrongly. */
    ERROR_REDUCTION {
        @Override
        double uncertainty(double p) {
            return Math.min(p, 1 - p);
        }

        @Override
        double slope(double p) {
            return p < 0.5 ? 1 : -1;
        }
    },
    /** The same with a smooth maximum (G. Zhao et al., Bayesian active learning by soft mean objective cost, 2021). */
    SOFT_ERROR_REDUCTION {
        @Override
        double uncertainty(double p) {
            double larger = Math.max(p, 1 - p);
            return -larger - StrictMath.log1p(StrictMath.exp(-SOFTNESS * (2 * larger - 1))) / SOFTNESS;
        }

        @Override
        double slope(double p) {
            return -StrictMath.tanh(SOFTNESS * (2 * p - 1) / 2);
        }
    },
    /** Expected rise of the quadratic (Brier) score of predictions (W. Tan et al., BEMPS, 2021). */
    SCORE {
        @Override
        double uncertainty(double p) {
            return 2 * p * (1 - p);
        }

        @Override
        double slope(double p) {
            return 2 - 4 * p;
        }
    };

    private static final double SOFTNESS = 20;

    private static final double ROUNDING = 2.220446049250313e-16;
    private static final double LN_2 = StrictMath.log(2);
    private static final double IMPOSSIBLE = 1e-12;

    /**
     * Returns the gain at one place.
     *
     * @param yes probability that the response is 1
     * @param before probability of the event
     * @param uncertain the uncertainty of the event before
     * @param joint probability of both
     */
    double gain(double yes, double before, double uncertain, double joint) {
        double no = 1 - yes;
        double afterYes = yes < IMPOSSIBLE ? before : joint / yes;
        double afterNo = no < IMPOSSIBLE ? before : (before - joint) / no;
        return uncertain - yes * uncertainty(afterYes) - no * uncertainty(afterNo);
    }

    /** Returns the derivative of the gain by the probability that the response is 1. */
    double byYes(double yes, double before, double joint) {
        double no = 1 - yes;
        double byYes = 0;
        if (yes >= IMPOSSIBLE) {
            double p = joint / yes;
            byYes += p * slope(p) - uncertainty(p);
        }
        if (no >= IMPOSSIBLE) {
            double p = (before - joint) / no;
            byYes += uncertainty(p) - p * slope(p);
        }
        return byYes;
    }

    /** Returns the derivative of the gain by the probability of response and event both. */
    double byJoint(double yes, double before, double joint) {
        double no = 1 - yes;
        return (no < IMPOSSIBLE ? 0 : slope((before - joint) / no)) - (yes < IMPOSSIBLE ? 0 : slope(joint / yes));
    }

    /** Returns the derivative of the gain by the probability of the event. */
    double byBefore(double yes, double before, double joint) {
        double no = 1 - yes;
        return slope(before) - (no < IMPOSSIBLE ? 0 : slope((before - joint) / no));
    }

    /**
     * Returns how uncertain an event is.
     *
     * @param p its probability
     * @return 0 for measures that do not compare uncertainties
     */
    abstract double uncertainty(double p);

    /** Returns the derivative of the uncertainty by the probability. */
    abstract double slope(double p);

    /** Returns the score from the sum of the gains. */
    double total(double sum) {
        return sum;
    }

    /** Returns the derivative of the score by the sum of the gains. */
    double byTotal(double sum) {
        return 1;
    }
}
