package org.aepsych.strategies.math;

import java.util.Arrays;

/**
 * Cholesky's factorisation A = UᵀU and what is solved with it. Matrices are row-major in one array; only the upper
 * triangle is read and written. All inner loops run along rows, four at a time, so that they are vectorised and the
 * target row stays near, in an order that never changes, so that the bits never change.
 */
public final class Cholesky {
    private static final int BLOCK = 4;

    private Cholesky() {}

    /**
     * Replaces a symmetric matrix by its factor.
     *
     * @param a upper triangle of A, becomes U
     * @param n rows
     * @return false if A is not positive definite; {@code a} is then useless
     */
    public static boolean factor(double[] a, int n) {
        return factor(a, n, n);
    }

    /**
     * Replaces a symmetric matrix with some negative eigenvalues by the factor of A = UᵀJU, J being diagonal with 1 in
     * the first rows and −1 in the others. There is one if the leading block is positive definite and what remains after
     * its elimination negative definite. {@link #solveTransposed} and {@link #solve} solve with U as with any other.
     *
     * @param a upper triangle of A, becomes U
     * @param n rows
     * @param positive number of rows where J is 1
     * @return false if there is no such factor; {@code a} is then useless
     */
    public static boolean factor(double[] a, int n, int positive) {
        for (int k = 0; k < n; k++) {
            int leading = Math.min(k, positive);
            for (int p = 0; p < leading; p += BLOCK) {
                eliminate(a, n, k, leading, p, a, n, k, n);
            }
            for (int p = positive; p < k; p++) {
                add(a, n, k, p);
            }
            int row = k * n;
            double pivot = k < positive ? a[row + k] : -a[row + k];
            if (!(pivot > 0)) {
                return false;
            }
            double root = StrictMath.sqrt(pivot);
            a[row + k] = root;
            scale(a, row + k + 1, row + n, (k < positive ? 1 : -1) / root);
        }
        return true;
    }

    private static void add(double[] a, int n, int k, int p) {
        double entry = a[p * n + k];
        for (int j = k; j < n; j++) {
            a[k * n + j] += entry * a[p * n + j];
        }
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
            for (int p = 0; p < k; p += BLOCK) {
                eliminate(u, n, k, k, p, b, columns, 0, columns);
            }
            scale(b, k * columns, (k + 1) * columns, 1 / u[k * n + k]);
        }
    }

    /**
     * Inverts Uᵀ.
     *
     * @param u the factor
     * @param n rows
     * @param x receives U⁻ᵀ, a lower triangle; what is above has no meaning
     */
    public static void invertTransposed(double[] u, int n, double[] x) {
        for (int k = 0; k < n; k++) {
            int row = k * n;
            // Zeros to the end of the block, so that its rows are all as long.
            Arrays.fill(x, row, row + Math.min(n, k - k % BLOCK + BLOCK), 0);
            x[row + k] = 1;
            for (int p = 0; p < k; p += BLOCK) {
                eliminate(u, n, k, k, p, x, n, 0, Math.min(k, p + BLOCK));
            }
            scale(x, row, row + k + 1, 1 / u[row + k]);
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

    /** Subtracts from row k of a matrix its rows p to p + 3 (or to end − 1), each times its entry of U in column k. */
    private static void eliminate(
            double[] u, int n, int k, int end, int p, double[] rows, int columns, int from, int to) {
        int target = k * columns;
        int first = p * columns;
        if (p + BLOCK <= end) {
            double u0 = u[p * n + k];
            double u1 = u[(p + 1) * n + k];
            double u2 = u[(p + 2) * n + k];
            double u3 = u[(p + 3) * n + k];
            int second = first + columns;
            int third = second + columns;
            int fourth = third + columns;
            for (int j = from; j < to; j++) {
                rows[target + j] -=
                        u0 * rows[first + j] + u1 * rows[second + j] + u2 * rows[third + j] + u3 * rows[fourth + j];
            }
            return;
        }
        for (int q = p; q < end; q++) {
            double entry = u[q * n + k];
            int row = q * columns;
            for (int j = from; j < to; j++) {
                rows[target + j] -= entry * rows[row + j];
            }
        }
    }

    private static void scale(double[] rows, int from, int to, double factor) {
        for (int j = from; j < to; j++) {
            rows[j] *= factor;
        }
    }
}
