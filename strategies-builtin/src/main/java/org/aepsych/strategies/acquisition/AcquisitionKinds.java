package org.aepsych.strategies.acquisition;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.model.Links;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.ChoiceOption;

/** How the acquisition functions are made from their options. */
final class AcquisitionKinds {
    private static final ConfigOption<Double> TARGET = BoundedOption.realBetween(
                    "target", 0, 1, "The response probability whose level set is sought.")
            .orElse(0.75);
    private static final ConfigOption<Double> ANY_TARGET = ConfigOption.real(
                    "target",
                    "The value whose level set is sought: a response probability, or what the objective says.")
            .orElse(0.75);
    private static final ConfigOption<Integer> QUERY_SET_SIZE = BoundedOption.wholeFrom(
                    "query_set_size", 1, "At how many places of the space the effect of a trial is looked at.")
            .orElse(256);
    private static final ConfigOption<String> LOOKAHEAD_TYPE = ChoiceOption.of(
            "lookahead_type",
            List.of("levelset", "posterior"),
            "Whether the level set or the response at other places is to be known.");
    private static final ConfigOption<Double> BETA = BoundedOption.realBetween(
                    "beta",
                    0,
                    Double.POSITIVE_INFINITY,
                    "Weight of the uncertainty against the nearness to the target.")
            .orElse(3.84);
    private static final ConfigOption<Double> OPTIMISM = BoundedOption.realFrom(
                    "beta", 0, Double.POSITIVE_INFINITY, "How much uncertainty counts in favour of a stimulus.")
            .orElse(3.84);
    private static final ConfigOption<String> OBJECTIVE = ConfigOption.text(
            "objective",
            "What it is about: IdentityMCObjective for the latent value; otherwise the response probability under the"
                    + " model's link, or under that of a Floor…Objective.");

    private static final Set<OutcomeType> BINARY = EnumSet.of(OutcomeType.BINARY);
    private static final Set<OutcomeType> ANY = EnumSet.allOf(OutcomeType.class);
    private static final Set<Integer> ONE = Set.of(1);
    private static final Set<Integer> TWO = Set.of(2);
    private static final Set<Integer> BOTH = Set.of(1, 2);

    private final Map<String, AcquisitionCatalog.Kind> kinds = new LinkedHashMap<>();

    private AcquisitionKinds() {}

    static Map<String, AcquisitionCatalog.Kind> all() {
        AcquisitionKinds all = new AcquisitionKinds();
        all.thresholds();
        all.surfaces();
        all.best();
        all.comparisons();
        return all.kinds;
    }

    private void thresholds() {
        lookAhead(
                "EAVC",
                "Threshold: how much a response changes the expected volume below the target. AEPsych's recommendation.",
                Measure.VOLUME_CHANGE,
                "levelset");
        lookAhead(
                "GlobalMI",
                "Threshold: what a response tells about which places are below the target; best from four parameters on.",
                Measure.INFORMATION,
                "levelset");
        lookAhead(
                "GlobalSUR",
                "Threshold: how many places a response is expected to classify better.",
                Measure.ERROR_REDUCTION,
                "levelset");
        ConfigSchema approximate = ConfigSchema.of(TARGET, QUERY_SET_SIZE);
        put(
                "ApproxGlobalSUR",
                "The same, quickly: as if a trial were a measurement with normal noise.",
                BINARY,
                BOTH,
                approximate,
                (context, section, type) -> new ApproximateLookAhead(section.get(TARGET), section.get(QUERY_SET_SIZE)));
        ConfigSchema local = ConfigSchema.of(TARGET);
        put(
                "LocalMI",
                "Threshold: what a response tells about whether its own place is below the target. Quick, and best in one"
                        + " and two dimensions.",
                BINARY,
                BOTH,
                local,
                (context, section, type) -> new LocalLookAhead(Measure.INFORMATION, section.get(TARGET)));
        put(
                "LocalSUR",
                "Threshold: how much a response is expected to classify its own place better.",
                BINARY,
                BOTH,
                local,
                (context, section, type) -> new LocalLookAhead(Measure.ERROR_REDUCTION, section.get(TARGET)));
        ConfigSchema straddle = ConfigSchema.of(ANY_TARGET, BETA, OBJECTIVE);
        put(
                "MCLevelSetEstimation",
                "Threshold: where the target is near and much is unknown (straddle). Quick, and good up to three"
                        + " dimensions; for continuous outcomes too.",
                ANY,
                BOTH,
                straddle,
                AcquisitionKinds::straddle);
        alias("MonotonicMCLSE", "MCLevelSetEstimation");
        lookAhead("MOCU", "Threshold or surface: GlobalSUR's gain.", Measure.ERROR_REDUCTION, "posterior");
        lookAhead("SMOCU", "Threshold or surface: MOCU, smoothed.", Measure.SOFT_ERROR_REDUCTION, "posterior");
        lookAhead(
                "BEMPS",
                "Threshold or surface: how much predictions improve in Brier's score.",
                Measure.SCORE,
                "posterior");
    }

    private void surfaces() {
        put(
                "ThresholdBALV",
                "Threshold, with SemiParametricGPModel: in which context the threshold is least certain.",
                BINARY,
                ONE,
                ConfigSchema.of(TARGET),
                (context, section, type) -> new ThresholdVariance(section.get(TARGET)));
        put(
                "BernoulliMCMutualInformation",
                "Whole surface: what a response tells about the latent value at its own place (BALD).",
                BINARY,
                BOTH,
                ConfigSchema.of(),
                (context, section, type) -> new ResponseInformation());
        alias("MonotonicBernoulliMCMutualInformation", "BernoulliMCMutualInformation");
        ConfigSchema objective = ConfigSchema.of(OBJECTIVE);
        put(
                "MCPosteriorVariance",
                "Whole surface: where the response probability is least certain (BALV).",
                ANY,
                BOTH,
                objective,
                (context, section, type) -> new PosteriorVariance(about(context, section), binary(type)));
        alias("MonotonicMCPosteriorVariance", "MCPosteriorVariance");
        put(
                "qNegIntegratedPosteriorVariance",
                "Whole surface: what leaves least variance of the latent function over the space.",
                ANY,
                BOTH,
                ConfigSchema.of(QUERY_SET_SIZE),
                (context, section, type) -> new IntegratedVariance(section.get(QUERY_SET_SIZE)));
    }

    private void best() {
        ConfigSchema objective = ConfigSchema.of(OBJECTIVE);
        put(
                "qLogNoisyExpectedImprovement",
                "Best stimulus: how much better than the best so far, whose value is uncertain. The usual choice to find a"
                        + " maximum, and for preferences.",
                ANY,
                BOTH,
                objective,
                (context, section, type) -> new NoisyImprovement(about(context, section), binary(type)));
        alias("qNoisyExpectedImprovement", "qLogNoisyExpectedImprovement");
        alias("NoisyExpectedImprovement", "qLogNoisyExpectedImprovement");
        put(
                "qLogExpectedImprovement",
                "Best stimulus: how much better than the best posterior mean so far.",
                ANY,
                ONE,
                objective,
                (context, section, type) -> new ExpectedImprovement(about(context, section), binary(type), true));
        alias("LogExpectedImprovement", "qLogExpectedImprovement");
        put(
                "qExpectedImprovement",
                "Best stimulus: the same, without the logarithm.",
                ANY,
                ONE,
                objective,
                (context, section, type) -> new ExpectedImprovement(about(context, section), binary(type), false));
        alias("ExpectedImprovement", "qExpectedImprovement");
        put(
                "qUpperConfidenceBound",
                "Best stimulus: where the value may be highest.",
                ANY,
                ONE,
                ConfigSchema.of(OPTIMISM, OBJECTIVE),
                (context, section, type) ->
                        new UpperBound(section.get(OPTIMISM), about(context, section), binary(type)));
        alias("UpperConfidenceBound", "qUpperConfidenceBound");
        put(
                "qProbabilityOfImprovement",
                "Best stimulus: how probably it is better than the best so far.",
                ANY,
                ONE,
                ConfigSchema.of(),
                (context, section, type) -> new ImprovementProbability());
        alias("ProbabilityOfImprovement", "qProbabilityOfImprovement");
        put(
                "qSimpleRegret",
                "Best stimulus: where the value is highest on average, without exploration.",
                ANY,
                ONE,
                objective,
                (context, section, type) -> new UpperBound(0, about(context, section), binary(type)));
        alias("PosteriorMean", "qSimpleRegret");
        put(
                "qKnowledgeGradient",
                "Best stimulus: how much a trial is expected to raise the highest mean over the space.",
                ANY,
                ONE,
                ConfigSchema.of(QUERY_SET_SIZE),
                (context, section, type) -> new KnowledgeGradient(section.get(QUERY_SET_SIZE)));
    }

    private void comparisons() {
        put(
                "AnalyticExpectedUtilityOfBestOption",
                "Preferences: the expected utility of the better of both stimuli (EUBO).",
                BINARY,
                TWO,
                ConfigSchema.of(),
                (context, section, type) -> new BestOptionUtility());
        alias("qExpectedUtilityOfBestOption", "AnalyticExpectedUtilityOfBestOption");
        put(
                "PairwiseBALD",
                "Preferences, whole surface: what a choice tells about the difference of both utilities.",
                BINARY,
                TWO,
                ConfigSchema.of(),
                (context, section, type) -> new ResponseInformation());
        alias("PairwiseBayesianActiveLearningByDisagreement", "PairwiseBALD");
        put(
                "PairwiseMCPosteriorVariance",
                "Preferences, whole surface: where the probability of the choice is least certain.",
                BINARY,
                TWO,
                ConfigSchema.of(OBJECTIVE),
                (context, section, type) -> new PosteriorVariance(about(context, section), true));
    }

    private void lookAhead(String name, String help, Measure measure, String event) {
        put(
                name,
                help,
                BINARY,
                BOTH,
                ConfigSchema.of(TARGET, LOOKAHEAD_TYPE.orElse(event), QUERY_SET_SIZE),
                (context, section, type) -> new LookAhead(
                        measure,
                        section.get(LOOKAHEAD_TYPE.orElse(event)).equals("posterior")
                                ? LookAhead.Event.RESPONSE
                                : LookAhead.Event.LEVEL_SET,
                        section.get(TARGET),
                        section.get(QUERY_SET_SIZE)));
    }

    private void put(
            String name,
            String help,
            Set<OutcomeType> outcomes,
            Set<Integer> stimuli,
            ConfigSchema options,
            AcquisitionCatalog.Maker maker) {
        kinds.put(name, new AcquisitionCatalog.Kind(help, outcomes, stimuli, options, maker));
    }

    private void alias(String name, String of) {
        AcquisitionCatalog.Kind same = Objects.requireNonNull(kinds.get(of));
        put(name, "Another name of " + of + ".", same.outcomes(), same.stimuli(), same.options(), same.maker());
    }

    private static AcquisitionFunction straddle(StrategyContext context, ConfigSection section, OutcomeType type) {
        QuantityChoice about = about(context, section);
        boolean probability = binary(type) && !about.latent();
        return new Straddle(section.get(probability ? TARGET : ANY_TARGET), section.get(BETA), about, binary(type));
    }

    private static boolean binary(OutcomeType type) {
        return type == OutcomeType.BINARY;
    }

    private static QuantityChoice about(StrategyContext context, ConfigSection section) {
        String name = section.find(OBJECTIVE).orElse("ProbitObjective").trim();
        return switch (name) {
            case "ProbitObjective" -> QuantityChoice.NATURAL;
            case "IdentityMCObjective", "None" -> new QuantityChoice(true, Optional.empty());
            default -> new QuantityChoice(false, Optional.of(Links.make(context, name, section, OBJECTIVE.key())));
        };
    }
}
