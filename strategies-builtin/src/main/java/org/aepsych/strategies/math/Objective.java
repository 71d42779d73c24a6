package org.aepsych.strategies.math;

/** A smooth function to be minimised. */
@FunctionalInterface
public interface Objective {
    /**
     * Evaluates the function.
     *
     * @param x where
     * @param gradient receives the gradient there
     * @return the value
     */
    double at(double[] x, double[] gradient);
}
