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
        double uncertainty(double p) {
            return 0;
        }

        @Override
        double total(double sum) {
            // Either response changes the expected volume by as much, in opposite directions.
            return 2 * Math.abs(sum);
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
    },
    /** Expected reduction of the probability of classifying a place wrongly. */
    ERROR_REDUCTION {
        @Override
        double uncertainty(double p) {
            return Math.min(p, 1 - p);
        }
    },
    /** The same with a smooth maximum (G. Zhao et al., Bayesian active learning by soft mean objective cost, 2021). */
    SOFT_ERROR_REDUCTION {
        @Override
        double uncertainty(double p) {
            double larger = Math.max(p, 1 - p);
            return -larger - StrictMath.log1p(StrictMath.exp(-SOFTNESS * (2 * larger - 1))) / SOFTNESS;
        }
    },
    /** Expected rise of the quadratic (Brier) score of predictions (W. Tan et al., BEMPS, 2021). */
    SCORE {
        @Override
        double uncertainty(double p) {
            return 2 * p * (1 - p);
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

    /**
     * Returns how uncertain an event is.
     *
     * @param p its probability
     * @return 0 for measures that do not compare uncertainties
     */
    abstract double uncertainty(double p);

    /** Returns the score from the sum of the gains. */
    double total(double sum) {
        return sum;
    }
}
