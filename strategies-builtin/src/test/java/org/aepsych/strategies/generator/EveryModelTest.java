package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Proposal;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.strategies.math.Normal;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions with simulated observers whose latent function is known, with every model. */
class EveryModelTest {
    private static final ParameterSpace PLANE = new ParameterSpace(List.of(
            new Parameter.Continuous("context", 0, 1, false, true),
            new Parameter.Continuous("intensity", 0, 10, false, true)));
    private static final int TRIALS = 30;

    @ParameterizedTest
    @CsvSource({
        "GPClassificationModel, BINARY, 1, GlobalMI, DefaultMeanCovarFactory",
        "GPClassificationModel, BINARY, 1, BernoulliMCMutualInformation, SongMeanCovarFactory",
        "MonotonicProjectionGP, BINARY, 1, MCLevelSetEstimation, DefaultMeanCovarFactory",
        "HadamardSemiPModel, BINARY, 1, MCPosteriorVariance, DefaultMeanCovarFactory",
        "SemiParametricGPModel, BINARY, 1, BernoulliMCMutualInformation, DefaultMeanCovarFactory",
        "VariationalGPModel, BINARY, 1, EAVC, DefaultMeanCovarFactory",
        "GPRegressionModel, CONTINUOUS, 1, qNegIntegratedPosteriorVariance, DefaultMeanCovarFactory",
        "OrdinalGPModel, ORDINAL, 1, MCPosteriorVariance, DefaultMeanCovarFactory",
        "PairwiseProbitModel, BINARY, 2, PairwiseBALD, DefaultMeanCovarFactory"
    })
    void whatRisesIsLearntToRise(String model, OutcomeType outcome, int stimuli, String acqf, String factory) {
        TckContext context = TckContext.of(PLANE)
                .withOutcomeTypes(outcome)
                .withStimuliPerTrial(stimuli)
                .withOption("model", model)
                .withOption("acqf", acqf)
                .withOption("samps", "40")
                .withOption("restarts", "2")
                .withOption("query_set_size", "32")
                .withOption("refit_every", "4")
                .withOption("stim_dim", "intensity")
                .withOption("link", model.startsWith("Hadamard") ? "FloorLogitObjective" : "ProbitObjective")
                .withOption("floor", "0")
                .withOption("mean_covar_factory", factory);
        Strategy strategy = new OptimizeAcqfFactory().create(context);
        RandomGenerator observer = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (int round = 0; round < TRIALS; round++) {
            AskRequest request = AskRequest.of(round);
            Proposal proposal = strategy.ask(request);
            strategy.asked(request, proposal);
            Presentation shown = proposal.presentations().get(0);
            strategy.tell(new Observation(shown, List.of(answer(shown, outcome, observer))));
        }
        ModelQueries queries = (ModelQueries) strategy;
        assertThat(queries.predict(List.of(Stimulus.of(0.5, 0.5), Stimulus.of(0.5, 5.0), Stimulus.of(0.5, 9.5))))
                .allSatisfy(prediction -> assertThat(prediction.variance()).isPositive())
                .extracting(ModelQueries.Prediction::probability)
                .satisfies(means -> {
                    assertThat(means.get(1) - means.get(0)).isPositive();
                    assertThat(means.get(2) - means.get(0)).isGreaterThan(0.3);
                });
        double likely = outcome == OutcomeType.BINARY ? 0.6 : outcome == OutcomeType.ORDINAL ? 1.5 : 101;
        assertThat(queries.expected(0, queries.latent(likely).orElseThrow()).orElseThrow())
                .as("what is expected where that is expected")
                .isCloseTo(likely, within(1e-9));
    }

    private static double answer(Presentation shown, OutcomeType outcome, RandomGenerator observer) {
        double latent = latent(shown.stimuli().get(0));
        if (shown.stimuli().size() == 2) {
            double difference = (latent(shown.stimuli().get(1)) - latent) / Math.sqrt(2);
            return observer.nextDouble() < Normal.cdf(difference) ? 1 : 0;
        }
        double noisy = latent + observer.nextGaussian();
        return switch (outcome) {
            case BINARY -> noisy > 0 ? 1 : 0;
            case CONTINUOUS -> 100 + 5 * noisy;
            case ORDINAL -> Math.max(0, Math.min(4, Math.floor(noisy + 2.5)));
        };
    }

    private static double latent(Stimulus stimulus) {
        return 0.5 * number(stimulus, 1) - 2.5 + number(stimulus, 0);
    }

    private static double number(Stimulus stimulus, int parameter) {
        return ((Value.Numeric) stimulus.values().get(parameter)).value();
    }
}
