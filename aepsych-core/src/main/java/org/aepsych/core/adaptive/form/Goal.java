package org.aepsych.core.adaptive.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/** What somebody wants to know, with the steps that we recommend for it. */
public enum Goal {
    /** The stimuli at which a response has some probability. */
    THRESHOLD,
    /** The response to every stimulus. */
    FUNCTION,
    /** The stimulus with the highest outcome. */
    BEST,
    /** Responses to stimuli that are spread evenly; no model. */
    NONE,
    /** Steps of one's own. */
    OWN;

    private static final String SPREAD = "spread";
    private static final String SEARCH = "search";
    private static final String GENERATOR = "generator";
    private static final String MIN_ASKS = "min_asks";
    private static final String AIM = "for_";
    private static final String EACH = "IndependentOptimizeAcqfGenerator";
    private static final String EACH_MODEL = "IndependentGPsModel";
    private static final String STEPS = "strategy_names";

    /**
     * An option of recommended steps.
     *
     * @param section its section
     * @param option its name
     * @param value its text
     */
    record Said(String section, String option, String value) {
        boolean isIn(FileDraft file) {
            return file.find(section, option)
                    .filter(text -> text.replaceAll("\\s", "").equals(value.replaceAll("\\s", "")))
                    .isPresent();
        }
    }

    /**
     * What recommended steps depend on.
     *
     * @param outcomes of each outcome {@code binary}, {@code continuous} or {@code ordinal}; at least one
     * @param pairs whether two stimuli are compared
     * @param trials how many there are in all
     * @param initial how many of them come before the model
     */
    record Situation(List<String> outcomes, boolean pairs, String trials, String initial) {
        Situation {
            outcomes = List.copyOf(outcomes);
        }

        /** Several outcomes of one stimulus have a model each. */
        boolean several() {
            return outcomes.size() > 1 && !pairs;
        }

        String model() {
            return pairs ? "PairwiseProbitModel" : model(outcomes.get(0));
        }

        static String model(String outcome) {
            return switch (outcome) {
                case "continuous" -> "GPRegressionModel";
                case "ordinal" -> "OrdinalGPModel";
                default -> "GPClassificationModel";
            };
        }

        String wide() {
            if (pairs) {
                return "PairwiseBALD";
            }
            return wide(outcomes.get(0));
        }

        static String wide(String outcome) {
            return switch (outcome) {
                case "binary" -> "GlobalMI";
                // Ratings are the more certain the more extreme, but not the latent values behind them.
                case "ordinal" -> "qNegIntegratedPosteriorVariance";
                default -> "MCPosteriorVariance";
            };
        }

        /** How many are left; what was entered if that cannot be said, so that the file's reader says what is wrong. */
        String rest() {
            try {
                return Integer.toString(Integer.parseInt(trials) - Integer.parseInt(initial));
            } catch (NumberFormatException e) {
                return trials;
            }
        }
    }

    /**
     * Finds a goal.
     *
     * @param key its lower-case name
     * @return the goal; steps of one's own if there is none of that name
     */
    public static Goal of(String key) {
        return Arrays.stream(values())
                .filter(goal -> goal.key().equals(key))
                .findFirst()
                .orElse(OWN);
    }

    /**
     * Returns what forms call it.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a file says for it, besides the target; nothing for steps of one's own. */
    List<Said> said(Situation situation) {
        if (situation.several() && this != NONE && this != OWN) {
            return each(situation);
        }
        return switch (this) {
            case THRESHOLD ->
                List.of(
                        new Said(ExperimentFile.COMMON, STEPS, "[" + SEARCH + "]"),
                        new Said(SEARCH, GENERATOR, "auto"),
                        new Said(SEARCH, MIN_ASKS, situation.trials()));
            case FUNCTION -> searching(situation, situation.wide());
            case BEST -> searching(situation, "qLogNoisyExpectedImprovement");
            case NONE ->
                List.of(
                        new Said(ExperimentFile.COMMON, STEPS, "[" + SPREAD + "]"),
                        new Said(SPREAD, GENERATOR, "SobolGenerator"),
                        new Said(SPREAD, MIN_ASKS, situation.trials()));
            case OWN -> List.of();
        };
    }

    /** A model for each outcome, and trials that are good for one outcome after the other. */
    private List<Said> each(Situation situation) {
        List<String> models =
                situation.outcomes().stream().map(Situation::model).toList();
        List<String> sections = IntStream.rangeClosed(1, models.size())
                .mapToObj(number -> AIM + number)
                .toList();
        List<Said> said = new ArrayList<>(List.of(
                new Said(ExperimentFile.COMMON, STEPS, "[" + SPREAD + ", " + SEARCH + "]"),
                new Said(SPREAD, GENERATOR, "SobolGenerator"),
                new Said(SPREAD, MIN_ASKS, situation.initial()),
                new Said(SEARCH, GENERATOR, EACH),
                new Said(SEARCH, "model", EACH_MODEL),
                new Said(SEARCH, MIN_ASKS, situation.rest()),
                new Said(EACH_MODEL, "models", "[" + String.join(", ", models) + "]"),
                new Said(EACH, "generators", "[" + String.join(", ", sections) + "]")));
        for (int i = 0; i < sections.size(); i++) {
            said.add(new Said(sections.get(i), "acqf", aim(situation.outcomes().get(i))));
        }
        if (said.stream().anyMatch(one -> one.value().equals("GlobalMI"))) {
            said.add(new Said("GlobalMI", "lookahead_type", "posterior"));
        }
        return said;
    }

    private String aim(String outcome) {
        return switch (this) {
            case BEST -> "qLogNoisyExpectedImprovement";
            case THRESHOLD -> outcome.equals("binary") ? "MCLevelSetEstimation" : Situation.wide(outcome);
            default -> Situation.wide(outcome);
        };
    }

    private static List<Said> searching(Situation situation, String acquisition) {
        List<Said> said = new ArrayList<>(List.of(
                new Said(ExperimentFile.COMMON, STEPS, "[" + SPREAD + ", " + SEARCH + "]"),
                new Said(SPREAD, GENERATOR, "SobolGenerator"),
                new Said(SPREAD, MIN_ASKS, situation.initial()),
                new Said(SEARCH, GENERATOR, "OptimizeAcqfGenerator"),
                new Said(SEARCH, "model", situation.model()),
                new Said(SEARCH, "acqf", acquisition),
                new Said(SEARCH, MIN_ASKS, situation.rest())));
        if (acquisition.equals("GlobalMI")) {
            said.add(new Said(acquisition, "lookahead_type", "posterior"));
        }
        return said;
    }

    /** Finds how many trials a file has before the model, if it may be one of a goal. */
    static Optional<String> initial(FileDraft file) {
        return file.find(SPREAD, MIN_ASKS);
    }

    /** Finds how many trials a file has in all, if it may be one of a goal. */
    Optional<String> trials(FileDraft file) {
        Optional<String> searched = file.find(SEARCH, MIN_ASKS);
        return switch (this) {
            case THRESHOLD -> initial(file).isPresent() ? both(file, searched) : searched;
            case FUNCTION, BEST -> both(file, searched);
            case NONE -> initial(file);
            case OWN -> Optional.empty();
        };
    }

    private static Optional<String> both(FileDraft file, Optional<String> searched) {
        return searched.flatMap(rest -> initial(file).flatMap(first -> sum(rest, first)));
    }

    private static Optional<String> sum(String rest, String first) {
        try {
            return Optional.of(Integer.toString(Math.addExact(Integer.parseInt(rest), Integer.parseInt(first))));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a section is one of the recommended steps. */
    static boolean isStep(String section) {
        return section.equals(SPREAD) || section.equals(SEARCH) || section.equals(EACH) || section.equals(EACH_MODEL);
    }
}
