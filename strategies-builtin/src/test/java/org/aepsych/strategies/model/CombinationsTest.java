package org.aepsych.strategies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.strategies.acquisition.AcquisitionCatalog;
import org.aepsych.strategies.generator.AroundPointsFactory;
import org.aepsych.strategies.generator.AutoFactory;
import org.aepsych.strategies.generator.EpsilonGreedyFactory;
import org.aepsych.strategies.generator.FunctionSampleFactory;
import org.aepsych.strategies.generator.GridFactory;
import org.aepsych.strategies.generator.GridSearchFactory;
import org.aepsych.strategies.generator.IndependentFactory;
import org.aepsych.strategies.generator.IntensityAwareFactory;
import org.aepsych.strategies.generator.ManualFactory;
import org.aepsych.strategies.generator.OptimizeAcqfFactory;
import org.aepsych.strategies.generator.SobolFactory;
import org.aepsych.strategies.generator.ThompsonFactory;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever cannot work is refused when an experiment is set up, by the option's name, with what is allowed. */
class CombinationsTest {
    private static final String NONSENSE = "†";
    private static final TckContext PLANE = TckContext.of(new ParameterSpace(List.of(
            new Parameter.Continuous("size", 0, 1, false, true),
            new Parameter.Continuous("contrast", 0, 1, false, true),
            new Parameter.Categorical("colour", List.of("red", "green")))));

    /** Without these, some options are never looked at, or others miss first. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "constraint_values", Map.of("constraint_locations", "[[0.1, 0.2, red]]"),
            "constraint_strengths", Map.of("constraint_locations", "[[0.1, 0.2, red]]", "constraint_values", "[0.5]"),
            "ls_loc", Map.of("lengthscale_prior", "lognormal"),
            "ls_scale", Map.of("lengthscale_prior", "lognormal"));

    /** Every combination of one outcome and a number of stimuli. */
    private static Stream<TckContext> experiments() {
        return Stream.of(OutcomeType.values())
                .flatMap(type -> IntStream.of(1, 2)
                        .mapToObj(stimuli -> PLANE.withOutcomeTypes(type).withStimuliPerTrial(stimuli)));
    }

    private static String name(String what, TckContext experiment) {
        return what + ", " + experiment.outcomeTypes().get(0) + ", " + experiment.stimuliPerTrial();
    }

    @TestFactory
    Stream<DynamicTest> everyModelFitsOrIsRefusedWithThoseThatDo() {
        return ModelCatalog.KINDS.entries().entrySet().stream()
                .flatMap(model -> experiments()
                        .map(experiment -> DynamicTest.dynamicTest(
                                name(model.getKey(), experiment),
                                () -> fitsOrIsRefused(model.getKey(), model.getValue(), experiment))));
    }

    private static void fitsOrIsRefused(String name, ModelCatalog.Kind kind, TckContext experiment) {
        OutcomeType type = experiment.outcomeTypes().get(0);
        TckContext given = experiment.withOption("model", name);
        if (kind.outcomes().contains(type) && kind.stimuli() == experiment.stimuliPerTrial()) {
            assertThatCode(() -> new OptimizeAcqfFactory().create(given)).doesNotThrowAnyException();
            return;
        }
        List<String> fitting = ModelCatalog.KINDS.entries().entrySet().stream()
                .filter(other -> other.getValue().outcomes().contains(type)
                        && other.getValue().stimuli() == experiment.stimuliPerTrial())
                .map(Map.Entry::getKey)
                .toList();
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new OptimizeAcqfFactory().create(given))
                .withMessageContaining("[strategy] model: " + name + " is a model of ")
                .withMessageContaining("for that there are " + fitting);
    }

    @TestFactory
    Stream<DynamicTest> everyAcquisitionFunctionFitsOrIsRefusedWithThoseThatDo() {
        return AcquisitionCatalog.KINDS.entries().entrySet().stream()
                .flatMap(function -> experiments()
                        .filter(experiment -> experiment.stimuliPerTrial() == 1
                                || experiment.outcomeTypes().contains(OutcomeType.BINARY))
                        .map(experiment -> DynamicTest.dynamicTest(
                                name(function.getKey(), experiment),
                                () -> fitsOrIsRefused(function.getKey(), function.getValue(), experiment))));
    }

    private static void fitsOrIsRefused(String name, AcquisitionCatalog.Kind kind, TckContext experiment) {
        boolean fits = kind.outcomes().containsAll(experiment.outcomeTypes())
                && kind.stimuli().contains(experiment.stimuliPerTrial());
        TckContext given = experiment.withOption("acqf", name);
        if (fits && !name.equals("ThresholdBALV")) {
            assertThatCode(() -> new OptimizeAcqfFactory().create(given)).doesNotThrowAnyException();
            return;
        }
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new OptimizeAcqfFactory().create(given))
                .withMessageContaining("[strategy] acqf: " + name + (fits ? " cannot be used: " : " is not for "))
                .withMessageContaining(fits ? "SemiParametricGPModel" : "for these there are ");
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfAModelRefusesNonsense() {
        return ModelCatalog.KINDS.entries().entrySet().stream()
                .flatMap(model -> options(model.getValue().options())
                        .map(option -> refusal(
                                model.getKey(),
                                option,
                                new OptimizeAcqfFactory(),
                                PLANE.withOutcomeTypes(model.getValue()
                                                .outcomes()
                                                .iterator()
                                                .next())
                                        .withStimuliPerTrial(model.getValue().stimuli())
                                        .withOption("model", model.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfAnAcquisitionFunctionRefusesNonsense() {
        return AcquisitionCatalog.KINDS.entries().entrySet().stream()
                .filter(function -> !function.getKey().equals("ThresholdBALV"))
                .flatMap(function -> options(function.getValue().options())
                        .map(option -> refusal(
                                function.getKey(),
                                option,
                                new OptimizeAcqfFactory(),
                                PLANE.withOutcomeTypes(function.getValue()
                                                .outcomes()
                                                .iterator()
                                                .next())
                                        .withStimuliPerTrial(
                                                function.getValue().stimuli().contains(1) ? 1 : 2)
                                        .withOption("acqf", function.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfAFactoryRefusesNonsense() {
        return LatentFactories.KINDS.entries().entrySet().stream()
                .filter(factory -> !factory.getKey().startsWith("Pairwise"))
                .flatMap(factory -> options(factory.getValue().options())
                        .filter(option -> !option.key().equals("stim_dim"))
                        .map(option -> refusal(
                                factory.getKey(),
                                option,
                                new OptimizeAcqfFactory(),
                                PLANE.withOption("mean_covar_factory", factory.getKey())
                                        .withOption(factory.getKey(), "stim_dim", "contrast"))));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionOfAStrategyRefusesNonsense() {
        List<StrategyFactory> factories = new ArrayList<>(List.of(
                new OptimizeAcqfFactory(),
                new GridSearchFactory(),
                new ThompsonFactory(),
                new FunctionSampleFactory(),
                new IntensityAwareFactory(),
                new IndependentFactory(),
                new EpsilonGreedyFactory(),
                new AutoFactory(),
                new SobolFactory(),
                new GridFactory(),
                new ManualFactory(),
                new AroundPointsFactory()));
        return factories.stream()
                .flatMap(factory -> options(factory.configSchema())
                        .map(option -> refusal(
                                TckContext.OWN,
                                option,
                                factory,
                                PLANE.withOption("points", "[[0.1, 0.2, red]]").withOption("window", "[0.1]"))));
    }

    private static Stream<ConfigOption<?>> options(ConfigSchema schema) {
        return schema.options().stream().filter(option -> !option.typeName().equals("text"));
    }

    private static DynamicTest refusal(
            String section, ConfigOption<?> option, StrategyFactory factory, TckContext context) {
        TckContext given = context.withOption(section, option.key(), NONSENSE);
        for (Map.Entry<String, String> needed :
                NEEDED.getOrDefault(option.key(), Map.of()).entrySet()) {
            given = given.withOption(section, needed.getKey(), needed.getValue());
        }
        TckContext asked = given;
        return DynamicTest.dynamicTest(
                factory.name() + ", " + section + ", " + option.key(),
                () -> assertThatExceptionOfType(ConfigException.class)
                        .isThrownBy(() -> factory.create(asked))
                        .satisfies(e -> assertThat(e.getMessage())
                                .contains(option.key())
                                .contains(NONSENSE)));
    }
}
