package org.aepsych.strategies.gp;

import java.util.List;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
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

    private static Evidence evidence(TrainingSet data, StimulusSpace space) {
        Hyperparameters hyperparameters = new Hyperparameters();
        LatentParts parts = LatentPriors.standard(space, PriorSet.standard(), hyperparameters);
        BinaryLikelihood likelihood = new BinaryLikelihood(Link.probit(0));
        return new Evidence(
                (trials, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), likelihood),
                hyperparameters,
                data,
                1e-13);
    }
}
