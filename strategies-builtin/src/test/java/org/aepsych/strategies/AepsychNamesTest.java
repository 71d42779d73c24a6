package org.aepsych.strategies;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.aepsych.api.space.Parameter;
import org.aepsych.api.space.ParameterSpace;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.tck.TckContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiment files of AEPsych find every name that they may have in place. */
class AepsychNamesTest {
    private static final ParameterSpace SPACE = new ParameterSpace(List.of(
            new Parameter.Continuous("contrast", 0, 1, false, true),
            new Parameter.Continuous("size", 1, 5, false, true),
            new Parameter.Categorical("colour", List.of("red", "green", "blue"))));

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "generator, SobolGenerator, BINARY, 1",
        "generator, PairwiseSobolGenerator, BINARY, 2",
        "generator, RandomGenerator, BINARY, 1",
        "generator, ManualGenerator, BINARY, 1",
        "generator, SampleAroundPointsGenerator, BINARY, 1",
        "generator, OptimizeAcqfGenerator, BINARY, 1",
        "generator, OptimizeAcqfGenerator, BINARY, 2",
        "generator, MixedOptimizeAcqfGenerator, BINARY, 1",
        "generator, PairwiseOptimizeAcqfGenerator, BINARY, 2",
        "generator, AcqfGridSearchGenerator, BINARY, 1",
        "generator, AcqfThompsonSamplerGenerator, BINARY, 1",
        "generator, EpsilonGreedyGenerator, BINARY, 1",
        "generator, IndependentOptimizeAcqfGenerator, 'BINARY CONTINUOUS', 1",
        "generator, IntensityAwareSemiPGenerator, BINARY, 1",
        "generator, MonotonicThompsonSamplerGenerator, BINARY, 1",
        "model, GPClassificationModel, BINARY, 1",
        "model, GPRegressionModel, CONTINUOUS, 1",
        "model, OrdinalGPModel, ORDINAL, 1",
        "model, PairwiseProbitModel, BINARY, 2",
        "model, MonotonicProjectionGP, BINARY, 1",
        "model, SemiParametricGPModel, BINARY, 1",
        "model, HadamardSemiPModel, BINARY, 1",
        "model, IndependentGPsModel, 'BINARY CONTINUOUS', 1",
        "mean_covar_factory, DefaultMeanCovarFactory, BINARY, 1",
        "mean_covar_factory, SongMeanCovarFactory, BINARY, 1",
        "mean_covar_factory, MixedMeanCovarFactory, BINARY, 1",
        "mean_covar_factory, PairwiseMeanCovarFactory, BINARY, 1",
        "cov_kernel, RBFKernel, BINARY, 1",
        "cov_kernel, MaternKernel, BINARY, 1",
        "discrete_kernel, categorical, BINARY, 1",
        "discrete_kernel, index, BINARY, 1",
        "inducing_point_method, GreedyVarianceReduction, BINARY, 1",
        "inducing_point_method, KMeansAllocator, BINARY, 1",
        "inducing_point_method, SobolAllocator, BINARY, 1",
        "inducing_point_method, DataAllocator, BINARY, 1",
        "inducing_point_method, FixedAllocator, BINARY, 1",
        "inducing_point_method, FixedPlusAllocator, BINARY, 1",
        "likelihood, BernoulliLikelihood, BINARY, 1",
        "likelihood, BernoulliObjectiveLikelihood, BINARY, 1",
        "likelihood, LinearBernoulliLikelihood, BINARY, 1",
        "objective, ProbitObjective, BINARY, 1",
        "objective, FloorProbitObjective, BINARY, 1",
        "objective, FloorLogitObjective, BINARY, 1",
        "objective, FloorGumbelObjective, BINARY, 1",
        "objective, IdentityMCObjective, BINARY, 1",
        "acqf, EAVC, BINARY, 1",
        "acqf, GlobalMI, BINARY, 1",
        "acqf, GlobalSUR, BINARY, 1",
        "acqf, ApproxGlobalSUR, BINARY, 1",
        "acqf, LocalMI, BINARY, 1",
        "acqf, LocalSUR, BINARY, 1",
        "acqf, MOCU, BINARY, 1",
        "acqf, SMOCU, BINARY, 1",
        "acqf, BEMPS, BINARY, 1",
        "acqf, MCLevelSetEstimation, BINARY, 1",
        "acqf, MCLevelSetEstimation, CONTINUOUS, 1",
        "acqf, BernoulliMCMutualInformation, BINARY, 1",
        "acqf, MCPosteriorVariance, BINARY, 1",
        "acqf, MCPosteriorVariance, ORDINAL, 1",
        "acqf, MonotonicMCLSE, BINARY, 1",
        "acqf, MonotonicBernoulliMCMutualInformation, BINARY, 1",
        "acqf, MonotonicMCPosteriorVariance, BINARY, 1",
        "acqf, ThresholdBALV, BINARY, 1",
        "acqf, qNoisyExpectedImprovement, BINARY, 1",
        "acqf, qLogNoisyExpectedImprovement, BINARY, 1",
        "acqf, qLogNoisyExpectedImprovement, CONTINUOUS, 1",
        "acqf, qLogNoisyExpectedImprovement, BINARY, 2",
        "acqf, qExpectedImprovement, CONTINUOUS, 1",
        "acqf, qLogExpectedImprovement, CONTINUOUS, 1",
        "acqf, qUpperConfidenceBound, BINARY, 1",
        "acqf, qProbabilityOfImprovement, CONTINUOUS, 1",
        "acqf, qSimpleRegret, CONTINUOUS, 1",
        "acqf, qKnowledgeGradient, CONTINUOUS, 1",
        "acqf, qNegIntegratedPosteriorVariance, BINARY, 1",
        "acqf, AnalyticExpectedUtilityOfBestOption, BINARY, 2",
        "acqf, qExpectedUtilityOfBestOption, BINARY, 2",
        "acqf, PairwiseBALD, BINARY, 2",
        "acqf, PairwiseBayesianActiveLearningByDisagreement, BINARY, 2",
        "acqf, PairwiseMCPosteriorVariance, BINARY, 2"
    })
    void everyNameIsKnown(String option, String name, String outcomes, int stimuli) {
        TckContext experiment = TckContext.of(name.startsWith("PairwiseMean") ? pair() : SPACE)
                .withOutcomeTypes(List.of(outcomes.split(" ")).stream()
                        .map(OutcomeType::valueOf)
                        .toArray(OutcomeType[]::new))
                .withStimuliPerTrial(stimuli)
                .withOption("points", "[[0.5, 2, red]]")
                .withOption("window", "[0.1, 0.5, 0]")
                .withOption("IndependentGPsModel", "models", "[GPClassificationModel, GPRegressionModel]")
                .withOption("FixedAllocator", "points", "[[0.5, 2, red], [0.1, 4, blue]]")
                .withOption("FixedPlusAllocator", "points", "[[0.5, 2, red]]")
                .withOption("SongMeanCovarFactory", "stim_dim", "contrast");
        boolean generator = option.equals("generator");
        TckContext given = switch (option) {
            case "generator" -> experiment;
            case "cov_kernel" -> experiment.withOption("DefaultMeanCovarFactory", option, name);
            case "discrete_kernel" ->
                experiment
                        .withOption("mean_covar_factory", "MixedMeanCovarFactory")
                        .withOption("MixedMeanCovarFactory", option, name);
            case "objective" ->
                experiment.withOption("acqf", "MCPosteriorVariance").withOption(option, name);
            case "acqf" ->
                experiment
                        .withOption(
                                "model",
                                name.equals("ThresholdBALV") ? "SemiParametricGPModel" : model(outcomes, stimuli))
                        .withOption(option, name);
            default -> experiment.withOption(option, name);
        };
        String strategy = generator
                ? name
                : outcomes.contains(" ") ? "IndependentOptimizeAcqfGenerator" : "OptimizeAcqfGenerator";

        assertThatCode(() -> factory(strategy).create(given)).doesNotThrowAnyException();
    }

    private static ParameterSpace pair() {
        return new ParameterSpace(List.of(
                new Parameter.Continuous("first", 0, 1, false, true),
                new Parameter.Continuous("second", 0, 1, false, true)));
    }

    private static String model(String outcomes, int stimuli) {
        return switch (OutcomeType.valueOf(outcomes)) {
            case BINARY -> stimuli == 1 ? "GPClassificationModel" : "PairwiseProbitModel";
            case CONTINUOUS -> "GPRegressionModel";
            case ORDINAL -> "OrdinalGPModel";
        };
    }

    private static StrategyFactory factory(String name) {
        return BuiltinStrategies.factories().stream()
                .filter(factory -> factory.aliases().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no generator is called " + name));
    }
}
