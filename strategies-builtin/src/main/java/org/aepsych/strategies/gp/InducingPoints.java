package org.aepsych.strategies.gp;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.strategies.kernel.Kernel;

/**
 * Places that stand for all places of trials: one after the other the place about which those before tell least (greedy
 * variance reduction, that is, a pivoted Cholesky factorisation; D. Burt, C. Rasmussen and M. van der Wilk, Convergence of
 * sparse variational inference in Gaussian process regression, JMLR 21, 2020).
 */
final class InducingPoints {
    private static final double LEAST_VARIANCE = 1e-6;

    private InducingPoints() {}

    /** Chooses at most so many places. */
    static double[][] choose(TrainingSet data, Kernel kernel, int most) {
        int n = data.size();
        double[] left = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            left[i] = kernel.between(data.x(i), data.x(i));
            largest = Math.max(largest, left[i]);
        }
        List<double[]> chosen = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        while (chosen.size() < Math.min(most, n)) {
            int next = 0;
            for (int i = 1; i < n; i++) {
                next = left[i] > left[next] ? i : next;
            }
            if (left[next] <= LEAST_VARIANCE * largest) {
                break;
            }
            double root = StrictMath.sqrt(left[next]);
            double[] row = new double[n];
            for (int i = 0; i < n; i++) {
                double rest = kernel.between(data.x(next), data.x(i));
                for (double[] before : rows) {
                    rest -= before[next] * before[i];
                }
                row[i] = rest / root;
                left[i] -= row[i] * row[i];
            }
            left[next] = 0;
            rows.add(row);
            chosen.add(data.x(next));
        }
        return chosen.toArray(double[][]::new);
    }
}
