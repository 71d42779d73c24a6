package org.aepsych.strategies.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;
import org.aepsych.api.strategy.StrategyContext;
import org.aepsych.strategies.option.Catalog;
import org.aepsych.strategies.option.Documented;
import org.aepsych.strategies.option.Part;

/** The acquisition functions, under AEPsych's and BoTorch's names, with their options. */
public final class AcquisitionCatalog {
    /** The functions. */
    public static final Catalog<Kind> KINDS = new Catalog<>("acquisition function", AcquisitionKinds.all());

    private AcquisitionCatalog() {}

    /**
     * A function.
     *
     * @param help what it is for
     * @param outcomes for which types of outcomes
     * @param stimuli for how many stimuli per trial
     * @param options of its section
     * @param maker makes it
     */
    public record Kind(String help, Set<OutcomeType> outcomes, Set<Integer> stimuli, ConfigSchema options, Maker maker)
            implements Documented {
        private boolean fits(int shown, OutcomeType type) {
            return outcomes.contains(type) && stimuli.contains(shown);
        }
    }

    /** Makes a function from options. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes a function.
         *
         * @param context of the strategy
         * @param options of the function
         * @param outcome type of the outcome that it is about
         * @return the function
         */
        AcquisitionFunction make(StrategyContext context, ConfigSection options, OutcomeType outcome);
    }

    /**
     * Makes an acquisition function.
     *
     * @param context of the strategy
     * @param name of the function or of a section about it, as written in the file
     * @param option the option where it is written
     * @return the function with the options of its section, about the first outcome
     * @throws ConfigException if there is none of that name, an option is unusable, or the function is not for such an
     *     experiment
     */
    public static AcquisitionFunction create(StrategyContext context, String name, String option) {
        return create(context, name, option, context.outcomeTypes().get(0));
    }

    /**
     * Makes an acquisition function about one of several outcomes.
     *
     * @param context of the strategy
     * @param name of the function or of a section about it, as written in the file
     * @param option the option where it is written
     * @param outcome type of the outcome
     * @return the function with the options of its section
     * @throws ConfigException if there is none of that name, an option is unusable, or the function is not for such an
     *     experiment
     */
    public static AcquisitionFunction create(StrategyContext context, String name, String option, OutcomeType outcome) {
        Part part = Part.named(context, name);
        Kind kind = KINDS.get(part.className(), context.config().name(), option);
        int stimuli = context.stimuliPerTrial();
        if (!kind.fits(stimuli, outcome)) {
            String message = name + " is not for " + outcome.name().toLowerCase(Locale.ROOT) + " outcomes of "
                    + (stimuli == 1 ? "single stimuli" : "comparisons of two stimuli") + "; for these there are "
                    + String.join(", ", fitting(stimuli, outcome));
            Problem problem = Problem.of(context.config().name(), option, message);
            throw new ConfigException(
                    context.config().line(option).map(problem::atLine).orElse(problem));
        }
        return kind.maker.make(context, part.options(), outcome);
    }

    /**
     * Returns the function to take where a file names none.
     *
     * @param context of the strategy
     * @return the name of one that fits
     */
    public static String usual(StrategyContext context) {
        return usual(context, 0);
    }

    /**
     * Returns the function to take for an outcome where a file names none.
     *
     * @param context of the strategy
     * @param outcome 0-based
     * @return the name of one that fits
     */
    public static String usual(StrategyContext context, int outcome) {
        boolean threshold =
                context.stimuliPerTrial() == 1 && context.outcomeTypes().get(outcome) == OutcomeType.BINARY;
        return threshold ? "EAVC" : "qLogNoisyExpectedImprovement";
    }

    private static List<String> fitting(int stimuli, OutcomeType outcome) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Kind> entry : KINDS.entries().entrySet()) {
            if (entry.getValue().fits(stimuli, outcome)) {
                names.add(entry.getKey());
            }
        }
        return names;
    }
}
