package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.strategies.kernel.LabelMatrix;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.Smoothness;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest
    @CsvSource({"1, 5, 1", "2, 30, 2", "3, 40, 4"})
    void theGradientIsThatOfFiniteDifferences(long seed, int n, int dimension) {
        Evidence evidence = evidence(Samples.random(seed, n, dimension), StimulusSpace.numbers(dimension));
        double[] x = new double[2 + dimension];
        x[0] = 0.3;
        x[1] = 1.1;
        for (int j = 0; j < dimension; j++) {
            x[2 + j] = -1 + 0.4 * j;
        }
        Gradients.assertExact(evidence, x);
    }

    @ParameterizedTest
    @CsvSource({"4, 20"})
    void theGradientKnowsThatLabelsAreEqualOrDifferent(long seed, int n) {
        TrainingSet plain = Samples.random(seed, n, 2);
        double[][] x = new double[n][];
        double[] outcomes = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {plain.x(i)[0], Math.floor(plain.x(i)[1] * 4)};
            outcomes[i] = plain.outcome(i);
        }
        StimulusSpace space = new StimulusSpace(List.of("contrast", "colour"), new boolean[] {false, true});
        Gradients.assertExact(evidence(TrainingSet.of(x, outcomes), space), new double[] {-0.2, 1.5, -1, -0.3});
    }

    /** Two labels with three and four values, whose covariance matrices have two columns and as many as there are values. */
    @Test
    void theGradientByCovarianceMatricesOfLabelsIsThatOfFiniteDifferences() {
        TrainingSet plain = Samples.random(5, 40, 3);
        double[][] x = new double[40][];
        double[] outcomes = new double[40];
        for (int i = 0; i < 40; i++) {
            double[] place = plain.x(i);
            x[i] = new double[] {Math.floor(place[0] * 3), place[1], Math.floor(place[2] * 4)};
            outcomes[i] = plain.outcome(i);
        }
        StimulusSpace space =
                new StimulusSpace(List.of("mask", "contrast", "colour"), new boolean[] {true, false, true});
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentPriors.indexed(
                space,
                Smoothness.SQUARED_EXPONENTIAL,
                new int[] {1},
                List.of(new LabelMatrix(3, 2), new LabelMatrix(4, 4)),
                PriorSet.standard(),
                hyperparameters);
        double[] place = hyperparameters.start();
        assertThat(place).hasSize(1 + 1 + (3 * 2 + 3) + (4 * 4 + 4));
        for (int i = 0; i < place.length; i++) {
            place[i] += 0.3 * Math.sin(1 + 2.3 * i);
        }
        Gradients.assertExact(evidence(TrainingSet.of(x, outcomes), parts, hyperparameters), place);
    }

    private static Evidence evidence(TrainingSet data, StimulusSpace space) {
        Hyperparameters hyperparameters = new Hyperparameters();
        return evidence(data, LatentPriors.standard(space, PriorSet.standard(), hyperparameters), hyperparameters);
    }

    private static Evidence evidence(TrainingSet data, LatentParts parts, Hyperparameters hyperparameters) {
        BinaryLikelihood likelihood = new BinaryLikelihood(Link.probit(0));
        return new Evidence(
                (trials, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), likelihood),
                hyperparameters,
                data,
                1e-13);
    }
}
