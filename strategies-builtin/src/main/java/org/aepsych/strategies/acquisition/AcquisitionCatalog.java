package org.aepsych.strategies.acquisition;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.BoundedOption;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Part;

/** The acquisition functions for binary outcomes, under AEPsych's names, with their options. */
public final class AcquisitionCatalog {
    /** The response probability that is sought. */
    private static final ConfigOption<Double> TARGET = BoundedOption.realBetween(
                    "target", 0, 1, "The response probability whose level set is sought.")
            .orElse(0.75);

    private static final ConfigOption<Integer> QUERY_SET_SIZE = BoundedOption.wholeFrom(
                    "query_set_size", 1, "At how many places of the space the effect of a trial is looked at.")
            .orElse(256);
    private static final ConfigOption<LookAhead.Event> LOOKAHEAD_TYPE = new ConfigOption<>(
            "lookahead_type",
            "one of [levelset, posterior]",
            AcquisitionCatalog::event,
            Optional.of(LookAhead.Event.LEVEL_SET),
            "Whether the level set or the response at other places is to be known.",
            false);
    private static final ConfigOption<Double> BETA = BoundedOption.realBetween(
                    "beta",
                    0,
                    Double.POSITIVE_INFINITY,
                    "Weight of the uncertainty against the nearness to the target.")
            .orElse(3.84);
    private static final ConfigOption<String> OBJECTIVE =
            ConfigOption.text("objective", "How the response probability depends on the latent function.");

    private static final Catalog<String> OBJECTIVES =
            new Catalog<>("objective", Map.of("ProbitObjective", "the normal distribution function"));

    private static final Catalog<Function<ConfigSection, AcquisitionFunction>> FUNCTIONS =
            new Catalog<>("acquisition function", functions());

    private AcquisitionCatalog() {}

    /**
     * Makes an acquisition function.
     *
     * @param context of the strategy
     * @param name of the function or of a section about it, as written in the file
     * @param option the option where it is written
     * @return the function with the options of its section
     * @throws org.aepsych.api.config.ConfigException if there is none of that name, or an option is unusable
     */
    public static AcquisitionFunction create(StrategyContext context, String name, String option) {
        Part part = Part.named(context, name);
        return FUNCTIONS.get(part.className(), context.config().name(), option).apply(part.options());
    }

    private static Map<String, Function<ConfigSection, AcquisitionFunction>> functions() {
        Map<String, Function<ConfigSection, AcquisitionFunction>> functions = new LinkedHashMap<>();
        functions.put("EAVC", section -> lookAhead(Measure.VOLUME_CHANGE, section));
        functions.put("GlobalMI", section -> lookAhead(Measure.INFORMATION, section));
        functions.put("GlobalSUR", section -> lookAhead(Measure.ERROR_REDUCTION, section));
        functions.put("LocalMI", section -> new LocalLookAhead(Measure.INFORMATION, section.get(TARGET)));
        functions.put("LocalSUR", section -> new LocalLookAhead(Measure.ERROR_REDUCTION, section.get(TARGET)));
        functions.put("MCLevelSetEstimation", AcquisitionCatalog::straddle);
        functions.put("MCPosteriorVariance", AcquisitionCatalog::variance);
        return functions;
    }

    private static AcquisitionFunction lookAhead(Measure measure, ConfigSection section) {
        return new LookAhead(measure, section.get(LOOKAHEAD_TYPE), section.get(TARGET), section.get(QUERY_SET_SIZE));
    }

    private static AcquisitionFunction straddle(ConfigSection section) {
        checkObjective(section);
        return new Straddle(section.get(TARGET), section.get(BETA));
    }

    private static AcquisitionFunction variance(ConfigSection section) {
        checkObjective(section);
        return new ResponseVariance();
    }

    private static void checkObjective(ConfigSection section) {
        section.find(OBJECTIVE).ifPresent(name -> OBJECTIVES.get(name, section.name(), OBJECTIVE.key()));
    }

    private static LookAhead.Event event(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "levelset" -> LookAhead.Event.LEVEL_SET;
            case "posterior" -> LookAhead.Event.RESPONSE;
            default -> throw new IllegalArgumentException("no such type: " + text);
        };
    }
}
