package org.aepsych.strategies.sobol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolSequenceTest {
    @ParameterizedTest
    @CsvFileSource(resources = "unscrambled.csv")
    void unscrambledPointsAreThePublishedOnes(int number, int dimension, double coordinate) {
        assertThat(SobolSequence.unscrambled(64).point(number)[dimension]).isEqualTo(coordinate);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "scrambled.csv")
    void scrambledPointsAreThoseOfTheMatricesThatWereDrawn(int number, int axis, double coordinate) {
        AtomicInteger word = new AtomicInteger(1);
        RandomGenerator words = () -> (long) word.updateAndGet(before -> before * 1664525 + 1013904223) << Integer.SIZE;
        assertThat(SobolSequence.scrambled(5, words).point(number)[axis]).isEqualTo(coordinate);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 21, 64})
    void everyAxisIsStratified(int dimension) {
        int count = 128;
        double[][] points =
                SobolSequence.scrambled(dimension, random(dimension)).points(count);
        for (int j = 0; j < dimension; j++) {
            boolean[] seen = new boolean[count];
            for (double[] point : points) {
                assertThat(point[j]).isGreaterThan(0).isLessThan(1);
                seen[(int) (point[j] * count)] = true;
            }
            assertThat(seen).as("axis %d", j).doesNotContain(false);
        }
    }

    @Test
    void theFirstTwoAxesAreStratifiedInEveryElementaryBox() {
        int bits = 6;
        double[][] points = SobolSequence.scrambled(2, random(9)).points(1 << bits);
        for (int split = 0; split <= bits; split++) {
            boolean[] seen = new boolean[1 << bits];
            for (double[] point : points) {
                int across = (int) (point[0] * (1 << split));
                int up = (int) (point[1] * (1 << (bits - split)));
                seen[across << (bits - split) | up] = true;
            }
            assertThat(seen).as("%d bits across", split).doesNotContain(false);
        }
    }

    @Test
    void integralsConvergeFasterThanIndependentPointsAllow() {
        int count = 1024;
        double sum = 0;
        for (double[] point : SobolSequence.scrambled(6, random(4)).points(count)) {
            double product = 1;
            for (double x : point) {
                product *= 1.5 * Math.sqrt(x);
            }
            sum += product;
        }
        // Independent points have a standard error of 0.03 here.
        assertThat(sum / count).isBetween(0.99, 1.01);
    }

    @Test
    void scramblingIsDecidedByTheRandomness() {
        assertThat(SobolSequence.scrambled(3, random(1)).point(5))
                .isEqualTo(SobolSequence.scrambled(3, random(1)).point(5))
                .isNotEqualTo(SobolSequence.scrambled(3, random(2)).point(5));
    }

    @Test
    void dimensionsBeyondTheTableAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SobolSequence.unscrambled(65));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
