package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.model.Models;
import org.aepsych.strategies.outcome.Link;
import org.junit.jupiter.api.Test;

/** The trials decide whether the participant guesses. */
class ChosenByEvidenceTest {
    private static final int TRIALS = 150;

    private final Model model = model(2);

    private static Model model(double preference) {
        return new ChosenByEvidence(
                List.of(
                        Models.classification(StimulusSpace.numbers(1), PriorSet.scaled(1), Link.probit(0)),
                        Models.classification(StimulusSpace.numbers(1), PriorSet.scaled(1), Link.probit(0.5))),
                preference);
    }

    private static TrainingSet answers(double floor) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        double[][] x = new double[TRIALS][];
        boolean[] yes = new boolean[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
            x[i] = new double[] {(i + 0.5) / TRIALS};
            yes[i] = random.nextDouble() < floor + (1 - floor) * Normal.cdf(12 * (x[i][0] - 0.6));
        }
        return TrainingSet.binary(x, yes);
    }

    @Test
    void whoGuessesIsTakenToGuess() {
        TrainingSet data = answers(0.5);

        Posterior posterior = model.posterior(data, model.fit(data));

        assertThat(posterior.likelihood().link().floor()).isEqualTo(0.5);
    }

    @Test
    void whoSaysNoToWhatIsNotSeenIsNot() {
        TrainingSet data = answers(0);
        List<Double> fitted = model.fit(data);

        assertThat(model.posterior(data, fitted).likelihood().link().floor()).isZero();
        assertThat(model.refit(data, fitted)).hasSize(model.size()).startsWith(0.0);
    }

    @Test
    void whatIsPreferredIsBelievedUntilEvidenceOutweighsThePreference() {
        TrainingSet data = answers(0.5);
        double first = model.fit(data).get(0);

        assertThat(first).isEqualTo(1);
        assertThat(model(1000).fit(data)).startsWith(0.0);
    }
}
