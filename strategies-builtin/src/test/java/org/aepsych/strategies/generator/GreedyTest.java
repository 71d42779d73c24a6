package org.aepsych.strategies.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.space.Value;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.ModelQueries;
import org.aepsych.api.strategy.Observation;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.strategies.math.Normal;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;

/** Strategies around a model: what they present after the same trials. */
class GreedyTest {
    private static final ParameterSpace PLANE = new ParameterSpace(List.of(
            new Parameter.Continuous("intensity", 0, 1, false, true),
            new Parameter.Continuous("context", 0, 1, false, true)));

    @Test
    void epsilonIsTheShareOfRandomPresentations() {
        TckContext context = TckContext.of(PLANE)
                .withOption("subgenerator", "inner")
                .withOption("inner", "class", "AcqfGridSearchGenerator")
                .withOption("inner", "acqf", "MCPosteriorVariance")
                .withOption("inner", "samps", "16")
                .withOption("epsilon", "0.3");
        Strategy strategy = told(new EpsilonGreedyFactory().create(context));
        int random = 0;
        for (int round = 0; round < 300; round++) {
            // A proposal of the model remembers hyper-parameters, a random one nothing.
            random += strategy.ask(AskRequest.of(round)).memory().isEmpty() ? 1 : 0;
        }
        assertThat(random).isBetween(60, 120);
        assertThat(((ModelQueries) strategy).modelName()).contains("GPClassificationModel");
    }

    @Test
    void anUnknownSubgeneratorIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new EpsilonGreedyFactory()
                        .create(TckContext.of(PLANE).withOption("subgenerator", "OptimizeAcqGenerator")))
                .withMessageContaining("did you mean OptimizeAcqfGenerator?");
    }

    @Test
    void thompsonSamplesLieAboutTheThreshold() {
        Strategy strategy = told(new FunctionSampleFactory().create(TckContext.of(PLANE)));
        double sum = 0;
        for (int round = 0; round < 40; round++) {
            sum += intensity(strategy, round) / 40;
        }
        assertThat(sum).isBetween(0.45, 0.8);
    }

    @Test
    void intensityAwareStrategiesShowTheThresholdOfTheContext() {
        Strategy strategy = told(new IntensityAwareFactory()
                .create(TckContext.of(PLANE)
                        .withOption("model", "SemiParametricGPModel")
                        .withOption("acqf", "ThresholdBALV")));
        assertThat(intensity(strategy, 0)).isBetween(0.4, 0.85);
    }

    @Test
    void thresholdVarianceNeedsASemiParametricModel() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() ->
                        new OptimizeAcqfFactory().create(TckContext.of(PLANE).withOption("acqf", "ThresholdBALV")))
                .withMessageContaining("[strategy] acqf: ")
                .withMessageContaining("SemiParametricGPModel");
    }

    @Test
    void aTargetBelowTheGuessRateIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new OptimizeAcqfFactory()
                        .create(TckContext.of(PLANE)
                                .withOption("EAVC", "target", "0.4")
                                .withOption("GPClassificationModel", "link", "FloorProbitObjective")))
                .withMessageContaining("[EAVC] target: ")
                .withMessageContaining("between 0.5 and 1");
    }

    @Test
    void severalOutcomesTakeTurns() {
        TckContext context = TckContext.of(PLANE)
                .withOutcomeTypes(OutcomeType.BINARY, OutcomeType.CONTINUOUS)
                .withOption("models", "[GPClassificationModel, GPRegressionModel]")
                .withOption("generators", "[one, other]")
                .withOption("one", "acqf", "MCLevelSetEstimation")
                .withOption("other", "acqf", "qUpperConfidenceBound")
                .withOption("samps", "64");
        Strategy strategy = new IndependentFactory().create(context);
        for (int i = 0; i < 24; i++) {
            double x = (i % 6) / 5.0;
            strategy.tell(new Observation(
                    Presentation.of(Stimulus.of(x, (i % 4) / 3.0)), List.of(x > 0.6 ? 1.0 : 0.0, -10 * x)));
        }
        List<Presentation> both = strategy.ask(new AskRequest(0, 2, Map.of())).presentations();
        assertThat(number(both.get(0))).isBetween(0.3, 0.9);
        assertThat(number(both.get(1))).isLessThan(0.2);
        assertThat(((ModelQueries) strategy).acquisitionName()).contains("MCLevelSetEstimation, qUpperConfidenceBound");
    }

    private static double intensity(Strategy strategy, int round) {
        return number(strategy.ask(AskRequest.of(round)).presentations().get(0));
    }

    private static double number(Presentation shown) {
        return ((Value.Numeric) shown.stimuli().get(0).values().get(0)).value();
    }

    /** Tells the responses of an observer whose threshold for 0.75 is 0.6 everywhere. */
    private static Strategy told(Strategy strategy) {
        for (int i = 0; i < 60; i++) {
            double x = (i % 10) / 9.0;
            double p = Normal.cdf(10 * (x - 0.6) + Normal.quantile(0.75));
            boolean yes = (Math.floorDiv(i, 10) + 0.5) / 6 < p;
            strategy.tell(new Observation(Presentation.of(Stimulus.of(x, (i % 7) / 6.0)), List.of(yes ? 1.0 : 0.0)));
        }
        return strategy;
    }
}
