package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 11, 30})
    void theFactorsProductIsTheMatrixAndSolutionsSolve(int n) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(n);
        double[] a = positiveDefinite(n, random);
        double[] u = a.clone();
        assertThat(Cholesky.factor(u, n)).isTrue();
        double[] b = random.doubles(n).toArray();
        double[] x = b.clone();
        Cholesky.solveTransposed(u, n, x);
        Cholesky.solve(u, n, x);
        int columns = 3;
        double[] many = random.doubles((long) n * columns).toArray();
        double[] solved = many.clone();
        Cholesky.solveTransposed(u, n, solved, columns);
        double[] inverse = new double[n * n];
        Cholesky.invertTransposed(u, n, inverse);
        for (int i = 0; i < n; i++) {
            double ax = 0;
            for (int j = 0; j < n; j++) {
                ax += a[i * n + j] * x[j];
                if (j >= i) {
                    assertThat(transposedTimes(u, u, n, n, i, j)).isCloseTo(a[i * n + j], within(1e-12));
                }
                assertThat(transposedTimes(u, inverse, n, n, i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
            assertThat(ax).isCloseTo(b[i], within(1e-12));
            for (int c = 0; c < columns; c++) {
                assertThat(transposedTimes(u, solved, n, columns, i, c))
                        .isCloseTo(many[i * columns + c], within(1e-12));
            }
        }
    }

    @Test
    void theLogarithmOfTheDeterminantIsHalfThatOfTheMatrix() {
        double[] u = {4, 2, 2, 5};
        assertThat(Cholesky.factor(u, 2)).isTrue();
        assertThat(Cholesky.logDeterminant(u, 2)).isCloseTo(Math.log(16) / 2, within(1e-15));
    }

    /** The factor of the symmetric Pascal matrix is Pascal's triangle (A. Edelman and G. Strang, 2004). */
    @ParameterizedTest
    @ValueSource(ints = {5, 12, 20})
    void theFactorOfPascalsMatrixIsPascalsTriangle(int n) {
        double[][] binomial = new double[2 * n][2 * n];
        for (int i = 0; i < 2 * n; i++) {
            binomial[i][0] = 1;
            for (int j = 1; j <= i; j++) {
                binomial[i][j] = binomial[i - 1][j - 1] + binomial[i - 1][j];
            }
        }
        double[] u = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                u[i * n + j] = binomial[i + j][j];
            }
        }

        assertThat(Cholesky.factor(u, n)).isTrue();

        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                assertThat(u[i * n + j]).isEqualTo(binomial[j][i]);
            }
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsNoticed() {
        assertThat(Cholesky.factor(new double[] {1, 2, 2, 1}, 2)).isFalse();
        assertThat(Cholesky.factor(new double[] {Double.NaN}, 1)).isFalse();
    }

    private static double[] positiveDefinite(int n, RandomGenerator random) {
        double[] g = random.doubles((long) n * n).toArray();
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = i == j ? 1 : 0;
                for (int k = 0; k < n; k++) {
                    a[i * n + j] += g[k * n + i] * g[k * n + j];
                }
            }
        }
        return a;
    }

    /** Entry of UᵀX. */
    private static double transposedTimes(double[] u, double[] x, int n, int columns, int i, int c) {
        double sum = 0;
        for (int k = 0; k <= i; k++) {
            sum += u[k * n + i] * x[k * columns + c];
        }
        return sum;
    }
}
