package org.aepsych.strategies.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.gp.Model;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Documented;
import org.aepsych.strategies.option.Part;

/** The models of responses, under AEPsych's names, with their options. */
public final class ModelCatalog {
    /** The models of one outcome. */
    public static final Catalog<Kind> KINDS = new Catalog<>("model", ModelKinds.all());

    /** AEPsych's name for a model of several outcomes, which has one of those models for each. */
    public static final String INDEPENDENT = "IndependentGPsModel";

    private static final ConfigOption<List<String>> MODELS =
            ConfigOption.texts("models", "The models of the outcomes, or the sections about them, in order.");

    private ModelCatalog() {}

    /**
     * A model of one outcome.
     *
     * @param help what it is for
     * @param outcomes of which types the outcome may be
     * @param stimuli how many a trial shows
     * @param options of its section
     * @param maker makes it
     */
    public record Kind(String help, Set<OutcomeType> outcomes, int stimuli, ConfigSchema options, Maker maker)
            implements Documented {
        private void require(StrategyContext context, OutcomeType type, Place place, String name) {
            if (context.stimuliPerTrial() != stimuli) {
                throw place.refused(name + " is a model of "
                        + (stimuli == 1 ? "single stimuli" : "comparisons of two stimuli")
                        + ", but stimuli_per_trial is " + context.stimuliPerTrial() + "; for that there are "
                        + names(context.stimuliPerTrial(), type));
            }
            if (!outcomes.contains(type)) {
                throw place.refused(name + " is a model of " + words(outcomes) + " outcomes, but the outcome is "
                        + word(type) + "; for that there are " + names(context.stimuliPerTrial(), type));
            }
        }

        private static List<String> names(int stimuli, OutcomeType type) {
            return KINDS.entries().entrySet().stream()
                    .filter(entry -> entry.getValue().stimuli == stimuli
                            && entry.getValue().outcomes.contains(type))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Makes a model from options. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes a model.
         *
         * @param context of the strategy
         * @param options of the model
         * @return the model
         */
        Model make(StrategyContext context, ConfigSection options);
    }

    /**
     * Makes the model of a strategy.
     *
     * @param context of the strategy
     * @param option the option that names the model, or a section about it
     * @return the model, with the options of its section
     * @throws ConfigException if there is none of that name, an option is unusable, or the model is not for such an
     *     experiment
     */
    public static ChosenModel create(StrategyContext context, ConfigOption<String> option) {
        String name = context.config().get(option);
        Place place = new Place(context.config(), option.key());
        List<OutcomeType> types = context.outcomeTypes();
        Part part = Part.named(context, name);
        if (part.className().equals(INDEPENDENT)) {
            return independent(context, name, part.options());
        }
        if (types.size() != 1) {
            throw place.refused(name + " is a model of one outcome, but outcome_types is " + words(types)
                    + "; for that there is " + INDEPENDENT);
        }
        return new ChosenModel(name, List.of(one(context, name, types.get(0), place)));
    }

    /**
     * Returns the model to take where a file names none.
     *
     * @param context of the strategy
     * @return the name of the first model that fits
     */
    public static String usual(StrategyContext context) {
        if (context.outcomeTypes().size() != 1) {
            return INDEPENDENT;
        }
        List<String> names =
                Kind.names(context.stimuliPerTrial(), context.outcomeTypes().get(0));
        return names.isEmpty() ? "GPClassificationModel" : names.get(0);
    }

    private static ChosenModel independent(StrategyContext context, String name, ConfigSection section) {
        List<String> names = section.get(MODELS);
        List<OutcomeType> types = context.outcomeTypes();
        Place place = new Place(section, MODELS.key());
        if (names.size() != types.size()) {
            throw place.refused(
                    "expected one model for each of outcome_types " + words(types) + ", but found " + names);
        }
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            models.add(one(context, names.get(i), types.get(i), place));
        }
        return new ChosenModel(name, models);
    }

    private static Model one(StrategyContext context, String name, OutcomeType type, Place place) {
        Part part = Part.named(context, name);
        Kind kind = KINDS.get(part.className(), place.section.name(), place.option);
        kind.require(context, type, place, name);
        return kind.maker.make(context, part.options());
    }

    private static String word(OutcomeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Iterable<OutcomeType> types) {
        List<String> words = new ArrayList<>();
        types.forEach(type -> words.add(word(type)));
        return words.size() == 1 ? words.get(0) : words.toString();
    }

    private record Place(ConfigSection section, String option) {
        ConfigException refused(String message) {
            Problem problem = Problem.of(section.name(), option, message);
            return new ConfigException(section.line(option).map(problem::atLine).orElse(problem));
        }
    }
}
