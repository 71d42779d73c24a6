package org.aepsych.strategies.kernel;

/**
 * A covariance of the values of one label, B = WWᵀ + diag(v), each value having a variance of its own (the coregionalisation
 * of E. V. Bonilla, K. M. A. Chai and C. K. I. Williams, Multi-task Gaussian process prediction, 2007; AEPsych's index
 * kernel).
 */
final class LabelCovariance implements Kernel {
    private final int dimension;
    private final Layout layout;
    private final double[] loadings;
    private final double[] variances;
    private final double[] matrix;

    /**
     * Where its numbers are among the hyper-parameters.
     *
     * @param values how many values the label has, from 1
     * @param rank how many columns W has, from 1
     * @param loadings place of W's first entry; the others follow, row by row
     * @param variances place of the logarithm of v's first entry; the others follow
     */
    record Layout(int values, int rank, int loadings, int variances) {
        double[] loadings(double[] coordinates) {
            double[] w = new double[values * rank];
            System.arraycopy(coordinates, loadings, w, 0, w.length);
            return w;
        }

        double[] variances(double[] coordinates) {
            double[] v = new double[values];
            for (int p = 0; p < values; p++) {
                v[p] = StrictMath.exp(coordinates[variances + p]);
            }
            return v;
        }

        /** Returns B, row by row. */
        double[] matrix(double[] w, double[] v) {
            double[] b = new double[values * values];
            for (int p = 0; p < values; p++) {
                for (int q = 0; q < values; q++) {
                    double sum = p == q ? v[p] : 0;
                    for (int c = 0; c < rank; c++) {
                        sum += w[p * rank + c] * w[q * rank + c];
                    }
                    b[p * values + q] = sum;
                }
            }
            return b;
        }
    }

    /**
     * A covariance.
     *
     * @param dimension which coordinate of a place is the label
     * @param layout where its numbers are
     * @param coordinates of all hyper-parameters
     */
    LabelCovariance(int dimension, Layout layout, double[] coordinates) {
        this.dimension = dimension;
        this.layout = layout;
        loadings = layout.loadings(coordinates);
        variances = layout.variances(coordinates);
        matrix = layout.matrix(loadings, variances);
    }

    @Override
    public double between(double[] a, int i, double[] b, int j) {
        return matrix[value(a, i) * layout.values + value(b, j)];
    }

    @Override
    public void addGradient(double[] a, int i, double[] b, int j, double weight, double[] out) {
        int p = value(a, i);
        int q = value(b, j);
        int rank = layout.rank;
        for (int c = 0; c < rank; c++) {
            out[layout.loadings + p * rank + c] += weight * loadings[q * rank + c];
            out[layout.loadings + q * rank + c] += weight * loadings[p * rank + c];
        }
        if (p == q) {
            out[layout.variances + p] += weight * variances[p];
        }
    }

    @Override
    public void addSlope(double[] a, int i, double[] b, int j, double weight, double[] out) {}

    private int value(double[] place, int from) {
        return (int) place[from + dimension];
    }
}
