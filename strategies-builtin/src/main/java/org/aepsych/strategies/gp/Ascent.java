package org.aepsych.strategies.gp;

import java.util.function.BooleanSupplier;

/**
 * The step length of an ascent that must not overshoot: halved when the objective falls, and lengthened again where it
 * rises.
 */
final class Ascent {
    private static final int MOST_STEPS = 200;
    private static final double SHORTEST = 1e-3;

    private double length = 1;

    /** What is ascended. */
    interface Hill {
        /** Proposes new sites; returns the largest relative change. */
        double propose();

        /** Goes so far from the present sites to those proposed; false if that leaves no distribution. */
        boolean go(double length);

        /** Returns the height where it is now. */
        double height();

        /** Makes where it is now the place that steps start from. */
        void settle();
    }

    /** Ascends until proposals change less than a tolerance. */
    void run(Hill hill, double tolerance) {
        double height = hill.height();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (hill.propose() <= tolerance) {
                return;
            }
            BooleanSupplier rises = () -> hill.go(length);
            while (!(rises.getAsBoolean() && hill.height() >= height - 1e-12 * Math.abs(height))) {
                length /= 2;
                if (length < SHORTEST) {
                    hill.go(0);
                    return;
                }
            }
            height = hill.height();
            hill.settle();
            length = Math.min(1, length * 1.3);
        }
    }
}
