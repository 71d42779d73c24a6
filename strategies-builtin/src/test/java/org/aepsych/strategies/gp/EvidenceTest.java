package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest
    @CsvSource({"1, 5, 1", "2, 30, 2", "3, 40, 4"})
    void theGradientIsThatOfFiniteDifferences(long seed, int n, int dimension) {
        Evidence evidence = new Evidence(Samples.random(seed, n, dimension), HyperPrior.standard(), 1e-13);
        double[] x = new double[2 + dimension];
        x[0] = 0.3;
        x[1] = 1.1;
        for (int j = 0; j < dimension; j++) {
            x[2 + j] = -1 + 0.4 * j;
        }
        assertGradient(evidence, x);
    }

    @ParameterizedTest
    @CsvSource({"4, 20"})
    void theGradientKnowsThatLabelsAreEqualOrDifferent(long seed, int n) {
        TrainingSet plain = Samples.random(seed, n, 2);
        double[][] x = new double[n][];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {plain.x(i)[0], Math.floor(plain.x(i)[1] * 4)};
            yes[i] = plain.sign(i) > 0;
        }
        TrainingSet labelled = new TrainingSet(x, yes, new boolean[] {false, true});
        assertGradient(new Evidence(labelled, HyperPrior.standard(), 1e-13), new double[] {-0.2, 1.5, -1, -0.3});
    }

    private static void assertGradient(Evidence evidence, double[] x) {
        double[] gradient = new double[x.length];
        evidence.at(x, gradient);
        double h = 1e-4;
        for (int i = 0; i < x.length; i++) {
            double slope = (8 * (shifted(evidence, x, i, h) - shifted(evidence, x, i, -h))
                            - (shifted(evidence, x, i, 2 * h) - shifted(evidence, x, i, -2 * h)))
                    / (12 * h);
            assertThat(gradient[i])
                    .as("coordinate %d", i)
                    .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    private static double shifted(Evidence evidence, double[] x, int i, double by) {
        double[] there = x.clone();
        there[i] += by;
        return evidence.at(there, new double[x.length]);
    }
}
