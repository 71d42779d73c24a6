package org.aepsych.strategies.math;

/**
 * Cholesky's factorisation A = UᵀU and what is solved with it. Matrices are row-major in one array; only the upper
 * triangle is read and written. All inner loops run along rows, so that they are vectorised, in an order that never
 * changes, so that the bits never change.
 */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Replaces a symmetric matrix by its factor.
     *
     * @param a upper triangle of A, becomes U
     * @param n rows
     * @return false if A is not positive definite; {@code a} is then useless
     */
    public static boolean factor(double[] a, int n) {
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double pivot = a[row + k];
            if (!(pivot > 0)) {
                return false;
            }
            double root = StrictMath.sqrt(pivot);
            double inverse = 1 / root;
            a[row + k] = root;
            for (int j = k + 1; j < n; j++) {
                a[row + j] *= inverse;
            }
            for (int i = k + 1; i < n; i++) {
                subtract(a, i * n, a[row + i], row, i, n);
            }
        }
        return true;
    }

    /**
     * Solves Uᵀ X = B for several right-hand sides.
     *
     * @param u the factor
     * @param n rows
     * @param b B with {@code columns} columns, becomes X
     * @param columns number of right-hand sides
     */
    public static void solveTransposed(double[] u, int n, double[] b, int columns) {
        for (int k = 0; k < n; k++) {
            double inverse = 1 / u[k * n + k];
            int from = k * columns;
            for (int j = 0; j < columns; j++) {
                b[from + j] *= inverse;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = u[k * n + i];
                int to = i * columns;
                for (int j = 0; j < columns; j++) {
                    b[to + j] -= factor * b[from + j];
                }
            }
        }
    }

    /**
     * Solves Uᵀ x = b.
     *
     * @param u the factor
     * @param n rows
     * @param b right-hand side, becomes x
     */
    public static void solveTransposed(double[] u, int n, double[] b) {
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double x = b[k] / u[row + k];
            b[k] = x;
            for (int j = k + 1; j < n; j++) {
                b[j] -= x * u[row + j];
            }
        }
    }

    /**
     * Solves U x = b.
     *
     * @param u the factor
     * @param n rows
     * @param b right-hand side, becomes x
     */
    public static void solve(double[] u, int n, double[] b) {
        for (int k = n - 1; k >= 0; k--) {
            double sum = b[k];
            int row = k * n;
            for (int j = k + 1; j < n; j++) {
                sum -= u[row + j] * b[j];
            }
            b[k] = sum / u[row + k];
        }
    }

    /**
     * Returns the logarithm of the determinant of U, half that of A.
     *
     * @param u the factor
     * @param n rows
     * @return Σ ln U_ii
     */
    public static double logDeterminant(double[] u, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += StrictMath.log(u[k * n + k]);
        }
        return sum;
    }

    private static void subtract(double[] a, int target, double factor, int source, int from, int to) {
        for (int j = from; j < to; j++) {
            a[target + j] -= factor * a[source + j];
        }
    }
}
