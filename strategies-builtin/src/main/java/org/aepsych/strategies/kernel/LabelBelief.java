package org.aepsych.strategies.kernel;

import org.aepsych.strategies.math.Cholesky;
import org.aepsych.strategies.prior.JointPrior;

/**
 * What is believed about the covariance matrix B of a label's values: correlations C have the density det(C)^(η − 1)
 * (D. Lewandowski, D. Kurowicka and H. Joe, Generating random correlation matrices based on vines and extended onion method,
 * 2009), and standard deviations fall off exponentially.
 *
 * @param layout of B's numbers
 * @param eta how near to 0 correlations are believed to be, above 0; 1 means anywhere
 * @param rate of the standard deviations, above 0
 */
record LabelBelief(LabelCovariance.Layout layout, double eta, double rate) implements JointPrior {
    @Override
    public double logDensity(double[] coordinates, double[] gradient) {
        int n = layout.values();
        double[] w = layout.loadings(coordinates);
        double[] v = layout.variances(coordinates);
        double[] b = layout.matrix(w, v);
        double[] factor = b.clone();
        if (!Cholesky.factor(factor, n)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = (eta - 1) * 2 * Cholesky.logDeterminant(factor, n);
        double[] slope = inverse(factor, n);
        for (int k = 0; k < slope.length; k++) {
            slope[k] *= eta - 1;
        }
        for (int p = 0; p < n; p++) {
            double variance = b[p * n + p];
            double deviation = StrictMath.sqrt(variance);
            sum -= (eta - 1) * StrictMath.log(variance) + rate * deviation;
            slope[p * n + p] -= (eta - 1) / variance + rate / (2 * deviation);
        }
        add(slope, w, v, gradient);
        return sum;
    }

    private static double[] inverse(double[] factor, int n) {
        double[] inverse = new double[n * n];
        for (int p = 0; p < n; p++) {
            double[] column = new double[n];
            column[p] = 1;
            Cholesky.solveTransposed(factor, n, column);
            Cholesky.solve(factor, n, column);
            System.arraycopy(column, 0, inverse, p * n, n);
        }
        return inverse;
    }

    /** Adds the derivatives by the hyper-parameters, the derivative by B being symmetric. */
    private void add(double[] slope, double[] w, double[] v, double[] gradient) {
        int n = layout.values();
        int rank = layout.rank();
        for (int p = 0; p < n; p++) {
            for (int c = 0; c < rank; c++) {
                double sum = 0;
                for (int q = 0; q < n; q++) {
                    sum += slope[p * n + q] * w[q * rank + c];
                }
                gradient[layout.loadings() + p * rank + c] += 2 * sum;
            }
            gradient[layout.variances() + p] += slope[p * n + p] * v[p];
        }
    }
}
