package org.aepsych.strategies.math;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Minimises a smooth function of a few variables within bounds: quasi-Newton steps (BFGS; Nocedal and Wright, Numerical
 * Optimization, 2006, ch. 6) of the variables that no bound stops, projected onto the box, with a backtracking line
 * search. It is limited by evaluations, so that the result is always the same; whoever wants can stop it before that.
 */
public final class BoxMinimizer {
    private static final double SUFFICIENT = 1e-4;
    private static final int SHORTEST = 12;

    private final double[] lower;
    private final double[] upper;
    private final int evaluations;
    private final double tolerance;
    private final BooleanSupplier stopped;

    /**
     * A minimiser for one box.
     *
     * @param lower smallest values
     * @param upper largest values
     * @param evaluations how often the function may be evaluated, from 1
     * @param tolerance of every component of the gradient, where no bound stops
     */
    public BoxMinimizer(double[] lower, double[] upper, int evaluations, double tolerance) {
        this(lower, upper, evaluations, tolerance, () -> false);
    }

    /**
     * A minimiser for one box that can be stopped.
     *
     * @param lower smallest values
     * @param upper largest values
     * @param evaluations how often the function may be evaluated, from 1
     * @param tolerance of every component of the gradient, where no bound stops
     * @param stopped asked after each evaluation whether that was the last
     */
    public BoxMinimizer(double[] lower, double[] upper, int evaluations, double tolerance, BooleanSupplier stopped) {
        this.stopped = stopped;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.evaluations = evaluations;
        this.tolerance = tolerance;
    }

    /**
     * Minimises.
     *
     * @param objective the function
     * @param start where to start; moved into the box
     * @return the best point that was found, and the value there
     */
    public Minimum minimize(Objective objective, double[] start) {
        return new Descent(objective, start).run();
    }

    /** A point and the value there. */
    public static final class Minimum {
        private final double[] point;
        private final double value;

        private Minimum(double[] point, double value) {
            this.point = point.clone();
            this.value = value;
        }

        /**
         * Returns where it is.
         *
         * @return a new array
         */
        public double[] point() {
            return point.clone();
        }

        /**
         * Returns the value of the function there.
         *
         * @return the value
         */
        public double value() {
            return value;
        }
    }

    private final class Descent {
        private final Objective objective;
        private final int n;
        private final double[] inverseHessian;
        private double[] x;
        private double[] gradient;
        private double value;
        private int left = evaluations;
        private boolean scaled;

        Descent(Objective objective, double[] start) {
            this.objective = objective;
            n = start.length;
            inverseHessian = new double[n * n];
            x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = clamp(start[i], i);
            }
            gradient = new double[n];
            value = evaluate(x, gradient);
            resetHessian();
        }

        Minimum run() {
            double[] direction = new double[n];
            while (left > 0 && aim(direction)) {
                if (!step(direction)) {
                    if (!scaled) {
                        break;
                    }
                    resetHessian();
                }
            }
            return new Minimum(x, value);
        }

        private double evaluate(double[] where, double[] gradientThere) {
            double found = objective.at(where, gradientThere);
            left = stopped.getAsBoolean() ? 0 : left - 1;
            return found;
        }

        /** Sets the direction of the next step; false if the gradient vanishes but for what bounds stop. */
        private boolean aim(double[] direction) {
            boolean moving = false;
            double slope = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                if (free(i)) {
                    moving |= Math.abs(gradient[i]) > tolerance;
                    for (int j = 0; j < n; j++) {
                        sum -= free(j) ? inverseHessian[i * n + j] * gradient[j] : 0;
                    }
                }
                direction[i] = sum;
                slope += sum * gradient[i];
            }
            if (moving && !(slope < 0)) {
                resetHessian();
                for (int i = 0; i < n; i++) {
                    direction[i] = free(i) ? -inverseHessian[i * n + i] * gradient[i] : 0;
                }
            }
            return moving;
        }

        private boolean free(int i) {
            boolean stoppedBelow = x[i] <= lower[i] && gradient[i] > 0;
            boolean stoppedAbove = x[i] >= upper[i] && gradient[i] < 0;
            return !stoppedBelow && !stoppedAbove;
        }

        /** Goes along a direction as far as it helps; false if it does not. */
        private boolean step(double[] direction) {
            double[] there = new double[n];
            double[] gradientThere = new double[n];
            double length = 1;
            for (int attempt = 0; attempt < SHORTEST && left > 0; attempt++) {
                double expected = 0;
                for (int i = 0; i < n; i++) {
                    there[i] = clamp(x[i] + length * direction[i], i);
                    expected += gradient[i] * (there[i] - x[i]);
                }
                double valueThere = evaluate(there, gradientThere);
                if (valueThere <= value + SUFFICIENT * expected && valueThere < value) {
                    learn(there, gradientThere);
                    x = there;
                    gradient = gradientThere;
                    value = valueThere;
                    return true;
                }
                length *= 0.3;
            }
            return false;
        }

        /** Updates the inverse Hessian by what the gradient changed over a step. */
        private void learn(double[] there, double[] gradientThere) {
            double[] s = new double[n];
            double[] y = new double[n];
            double sy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                s[i] = there[i] - x[i];
                y[i] = gradientThere[i] - gradient[i];
                sy += s[i] * y[i];
                yy += y[i] * y[i];
            }
            if (!(sy > 1e-10 * yy)) {
                return;
            }
            if (!scaled) {
                fillDiagonal(sy / yy);
                scaled = true;
            }
            double[] hy = new double[n];
            double yhy = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hy[i] += inverseHessian[i * n + j] * y[j];
                }
                yhy += y[i] * hy[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverseHessian[i * n + j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
                }
            }
        }

        /** Starts over with steepest descent, the first step being at most of length one. */
        private void resetHessian() {
            double size = 0;
            for (double g : gradient) {
                size += g * g;
            }
            fillDiagonal(1 / Math.max(1, StrictMath.sqrt(size)));
            scaled = false;
        }

        private void fillDiagonal(double entry) {
            Arrays.fill(inverseHessian, 0);
            for (int i = 0; i < n; i++) {
                inverseHessian[i * n + i] = entry;
            }
        }

        private double clamp(double coordinate, int i) {
            return Math.min(upper[i], Math.max(lower[i], coordinate));
        }
    }
}
