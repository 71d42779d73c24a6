package org.aepsych.core.adaptive.simulation.observer;

/** Shapes of psychometric functions: rising functions from 0 to 1. */
public enum Psychometric {
    /** The normal distribution function; at the threshold it is one half. */
    NORMAL {
        @Override
        double at(double z) {
            return Probit.of(z);
        }
    },
    /** The logistic function; at the threshold it is one half. */
    LOGISTIC {
        @Override
        double at(double z) {
            return 1 / (1 + Math.exp(-z));
        }
    },
    /** Weibull's function of a logarithmic intensity, 1 − exp(−exp z); at the threshold it is 0.632. */
    WEIBULL {
        @Override
        double at(double z) {
            return -Math.expm1(-Math.exp(z));
        }
    };

    abstract double at(double z);
}
