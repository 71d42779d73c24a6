package org.aepsych.strategies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {
    private static final ConfigOption<String> MODEL = ConfigOption.text("model", "The model.");
    private final TckContext context = TckContext.ofEveryKind();

    @ParameterizedTest
    @CsvSource({
        "GPRegressionModel, BINARY, 1, 'is a model of continuous outcomes, but the outcome is binary'",
        "GPClassificationModel, CONTINUOUS, 1, for that there are [GPRegressionModel]",
        "OrdinalGPModel, CONTINUOUS, 1, 'is a model of ordinal outcomes, but the outcome is continuous'",
        "PairwiseProbitModel, BINARY, 1, 'is a model of comparisons of two stimuli, but stimuli_per_trial is 1'",
        "GPClassificationModel, BINARY, 2, 'is a model of single stimuli, but stimuli_per_trial is 2'",
        "GPClasificationModel, BINARY, 1, did you mean GPClassificationModel?"
    })
    void modelsThatDoNotFitTheExperimentAreRefusedWithThoseThatDo(
            String model, OutcomeType outcome, int stimuli, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(
                        context.withOption("model", model)
                                .withOutcomeTypes(outcome)
                                .withStimuliPerTrial(stimuli),
                        MODEL))
                .withMessageContaining("[strategy] model: ")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "GPClassificationModel, link, FlorLogitObjective, did you mean FloorLogitObjective?",
        "GPClassificationModel, likelihood, GaussianLikelihood, there is no likelihood",
        "GPClassificationModel, floor, 1, a number from 0 and below 1",
        "GPClassificationModel, mean_covar_factory, DefaultFactory, there is no mean_covar_factory",
        "DefaultMeanCovarFactory, lengthscale_prior, normal, 'one of [gamma, lognormal, invgamma]'",
        "DefaultMeanCovarFactory, cov_kernel, LinearKernel, 'one of [RBFKernel, MaternKernel]'",
        "DefaultMeanCovarFactory, lengthscales, '[0.1, 0.2]', 'expected one length-scale above 0, or 7'",
        "DefaultMeanCovarFactory, active_dims, '[contrast, contrast]', expected different parameters",
        "DefaultMeanCovarFactory, active_dims, [contrst], expected one of the parameters",
        "MonotonicProjectionGP, monotonic_dims, [9], its place from 0 to 6",
        "MonotonicProjectionGP, monotonic_grid_size, 0, a whole number from 1",
        "HadamardSemiPModel, stim_dim, noise, expected one of the parameters",
        "HadamardSemiPModel, slope_mean, -1, a number above 0"
    })
    void unusableOptionsAreNamedWithWhatIsAllowed(String section, String option, String text, String allowed) {
        String model = section.endsWith("Factory") ? "GPClassificationModel" : section;
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(
                        context.withOption("model", model).withOption(section, option, text), MODEL))
                .withMessageContaining("[" + section + "] ")
                .withMessageContaining(allowed);
    }

    @Test
    void aChoiceHasNoMorePatternsInCommonThanThereAreChoices() {
        TckContext given = context.withOption("model", "GPClassificationModel")
                .withOption("mean_covar_factory", "MixedMeanCovarFactory")
                .withOption("MixedMeanCovarFactory", "discrete_kernel", "index");
        // A mean, six length-scales, three times two loadings, and three variances.
        assertThat(ModelCatalog.create(given.withOption("colour", "rank", "2"), MODEL)
                        .outcomes()
                        .get(0)
                        .size())
                .isEqualTo(1 + 6 + 3 * 2 + 3);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(given.withOption("colour", "rank", "4"), MODEL))
                .withMessageContaining("[colour] rank: expected a whole number from 1 to 3");
    }

    @Test
    void inducingPointsOfTheLabMustBePlacesOfTheSpace() {
        TckContext given = context.withOption("model", "GPClassificationModel")
                .withOption("inducing_point_method", "FixedAllocator");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(given.withOption("FixedAllocator", "points", "[[0, 1]]"), MODEL))
                .withMessageContaining("[FixedAllocator] points: the point ");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () -> ModelCatalog.create(given.withOption("inducing_point_method", "KMeanAllocator"), MODEL))
                .withMessageContaining("did you mean KMeansAllocator?");
    }

    @Test
    void factoriesThatNeedOtherParametersAreRefused() {
        ParameterSpace numbers = new ParameterSpace(context.space().parameters().subList(0, 3));
        for (String factory : new String[] {"MixedMeanCovarFactory", "PairwiseMeanCovarFactory"}) {
            TckContext given = TckContext.of(numbers)
                    .withOption("model", "GPClassificationModel")
                    .withOption("mean_covar_factory", factory);
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> ModelCatalog.create(given, MODEL))
                    .withMessageContaining(factory + " needs ");
        }
    }

    @Test
    void severalOutcomesHaveAModelEach() {
        TckContext given = context.withOutcomeTypes(OutcomeType.BINARY, OutcomeType.CONTINUOUS)
                .withOption("model", "IndependentGPsModel")
                .withOption("models", "[GPClassificationModel, GPRegressionModel]");
        ChosenModel model = ModelCatalog.create(given, MODEL);
        assertThat(model.outcomes()).hasSize(2);
        assertThat(model.outcomes().get(1).levels()).isZero();
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(given.withOption("models", "[GPClassificationModel]"), MODEL))
                .withMessageContaining("expected one model for each of outcome_types [binary, continuous]");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> ModelCatalog.create(given.withOption("model", "GPClassificationModel"), MODEL))
                .withMessageContaining("for that there is IndependentGPsModel");
    }

    @Test
    void withoutANameTheUsualModelIsTaken() {
        assertThat(ModelCatalog.usual(context)).isEqualTo("GPClassificationModel");
        assertThat(ModelCatalog.usual(context.withStimuliPerTrial(2))).isEqualTo("PairwiseProbitModel");
        assertThat(ModelCatalog.usual(context.withOutcomeTypes(OutcomeType.ORDINAL)))
                .isEqualTo("OrdinalGPModel");
    }
}
