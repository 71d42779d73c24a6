package org.aepsych.core.adaptive.simulation.problem;

import java.util.List;
import java.util.OptionalInt;
import org.aepsych.core.adaptive.simulation.observer.Probit;
import org.aepsych.core.adaptive.simulation.observer.Truth;
import org.aepsych.core.adaptive.simulation.problem.Problem.Dimension;

/**
 * Audiometry: the threshold in dB over frequency is that of one of four phenotypes (J. R. Dubno et al., 2013),
 * interpolated by a not-a-knot cubic spline and continued on straight lines; the probability of hearing rises with the
 * level about it.
 */
final class Audiogram implements Truth {
    static final double[] OLDER_NORMAL = {
        6.816404934, 5.488517768, 3.512856308, 5.909671334, 6.700337017, 10.08761498, 13.46962853, 12.97026073
    };
    static final double[] SENSORY = {
        5.520856346, 4.19296918, 5.618122764, 19.83681866, 42.00403606, 53.32679981, 62.0527006, 66.08775286
    };
    static final double[] METABOLIC = {
        21.2291323, 22.00676227, 24.24163372, 33.92590956, 41.35626176, 47.17294402, 54.1174655, 58.31446133
    };
    static final double[] BOTH = {
        20.25772154, 20.71121368, 21.97442369, 37.48866818, 53.17814263, 64.01507567, 75.00818649, 76.61433583
    };

    private static final double[] KILOHERTZ = {0.25, 0.5, 1, 2, 3, 4, 6, 8};
    private static final double SPREAD = 2;

    private final double[] thresholds;
    private final double[] curvatures;

    private Audiogram(double[] thresholds) {
        this.thresholds = thresholds;
        curvatures = curvatures(thresholds);
    }

    static Problem problem(String name, String description, double[] thresholds) {
        return new Problem(
                name,
                description + ", 2 dimensions, threshold at 75 %",
                List.of(new Dimension("octave", -3, 4), new Dimension("decibel", -20, 120)),
                new Audiogram(thresholds.clone()),
                0.75,
                OptionalInt.of(1));
    }

    @Override
    public double probability(double[] stimulus) {
        return Probit.of((stimulus[1] - threshold(Math.pow(2, stimulus[0]))) / SPREAD);
    }

    double threshold(double kilohertz) {
        int last = KILOHERTZ.length - 1;
        if (kilohertz < KILOHERTZ[0] || kilohertz > KILOHERTZ[last]) {
            double slope = (thresholds[last] - thresholds[0]) / (KILOHERTZ[last] - KILOHERTZ[0]);
            return thresholds[0] + slope * (kilohertz - KILOHERTZ[0]);
        }
        int i = 0;
        while (i < last - 1 && kilohertz > KILOHERTZ[i + 1]) {
            i++;
        }
        double h = KILOHERTZ[i + 1] - KILOHERTZ[i];
        double a = (KILOHERTZ[i + 1] - kilohertz) / h;
        double b = 1 - a;
        return a * thresholds[i]
                + b * thresholds[i + 1]
                + ((a * a * a - a) * curvatures[i] + (b * b * b - b) * curvatures[i + 1]) * h * h / 6;
    }

    /** Second derivatives at the knots; the third one does not jump at the second and last but one. */
    private static double[] curvatures(double[] y) {
        int n = y.length;
        double[][] a = new double[n][n + 1];
        for (int i = 1; i < n - 1; i++) {
            double before = KILOHERTZ[i] - KILOHERTZ[i - 1];
            double after = KILOHERTZ[i + 1] - KILOHERTZ[i];
            a[i][i - 1] = before / 6;
            a[i][i] = (before + after) / 3;
            a[i][i + 1] = after / 6;
            a[i][n] = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
        }
        smooth(a[0], 0);
        smooth(a[n - 1], n - 3);
        return solve(a);
    }

    private static void smooth(double[] row, int i) {
        double before = KILOHERTZ[i + 1] - KILOHERTZ[i];
        double after = KILOHERTZ[i + 2] - KILOHERTZ[i + 1];
        row[i] = 1 / before;
        row[i + 1] = -1 / before - 1 / after;
        row[i + 2] = 1 / after;
    }

    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            double sum = a[k][n];
            for (int j = k + 1; j < n; j++) {
                sum -= a[k][j] * x[j];
            }
            x[k] = sum / a[k][k];
        }
        return x;
    }
}
