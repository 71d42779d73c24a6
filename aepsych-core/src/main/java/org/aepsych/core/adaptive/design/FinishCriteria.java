package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.strategy.OutcomeType;

/**
 * When a step of the sequence is finished.
 *
 * @param minAsks points that must have been asked of the step itself
 * @param minTells observations that the session must have
 * @param maxAsks points after which the step is finished whatever else holds; empty if there is no limit
 * @param minOccurrences how often each of the two binary outcomes must have been observed
 * @param minPostRange least difference between the model's highest and lowest probability
 * @param indefinite whether only {@code finish_strategy} ends the step
 */
public record FinishCriteria(
        int minAsks,
        int minTells,
        OptionalInt maxAsks,
        int minOccurrences,
        Optional<Double> minPostRange,
        boolean indefinite) {
    private static final ConfigOption<Integer> MIN_ASKS =
            count("min_asks", "points to be asked before the step may end").orElse(0);
    private static final ConfigOption<Integer> N_TRIALS = count("n_trials", "old name of min_asks");
    private static final ConfigOption<Integer> MIN_TELLS = count(
                    "min_total_tells", "observations to be had before the step may end")
            .orElse(0);
    private static final ConfigOption<Integer> MAX_ASKS = count(
                    "max_asks", "points after which the step ends; 0 for no limit")
            .orElse(0);
    private static final ConfigOption<Integer> OCCURRENCES = count(
            "min_total_outcome_occurrences", "how often each binary outcome must be observed before the step may end");
    private static final ConfigOption<Double> POST_RANGE =
            ConfigOption.real("min_post_range", "least range of the model's probabilities at the end of the step");
    private static final ConfigOption<Boolean> INDEFINITE = ConfigOption.flag(
                    "run_indefinitely", "whether only finish_strategy ends the step")
            .orElse(false);

    /**
     * Reads the criteria of a step.
     *
     * @param section the step's section
     * @param outcomeTypes the experiment's outcomes
     * @param problems where to add what is wrong
     * @return the criteria; defaults where something is wrong
     */
    static FinishCriteria read(ConfigSection section, List<OutcomeType> outcomeTypes, List<Problem> problems) {
        Reading reading = new Reading(section, problems);
        int maxAsks = reading.get(MAX_ASKS);
        int occurrences = outcomeTypes.contains(OutcomeType.BINARY) ? 1 : 0;
        return new FinishCriteria(
                section.text(MIN_ASKS.key()).isPresent() ? reading.get(MIN_ASKS) : reading.get(N_TRIALS.orElse(0)),
                reading.get(MIN_TELLS),
                maxAsks == 0 ? OptionalInt.empty() : OptionalInt.of(maxAsks),
                reading.get(OCCURRENCES.orElse(occurrences)),
                section.text(POST_RANGE.key()).isPresent()
                        ? Optional.of(reading.get(POST_RANGE.orElse(0.0)))
                        : Optional.empty(),
                reading.get(INDEFINITE));
    }

    /**
     * Returns what somebody may not expect of these criteria.
     *
     * @param step name of the step
     * @param limited whether the step's strategy has an end of its own
     * @return sentences for people
     */
    List<Problem> warnings(String step, boolean limited) {
        List<Problem> warnings = new ArrayList<>();
        if (indefinite) {
            warnings.add(Problem.of(step, INDEFINITE.key(), "nothing but finish_strategy will end the step"));
        } else if (minAsks > 0 && minTells > 0) {
            warnings.add(Problem.of(
                    step, "min_asks and min_total_tells are both given; the step ends when both have been reached"));
        } else if (minAsks == 0 && minTells == 0 && maxAsks.isEmpty() && !limited) {
            warnings.add(Problem.of(
                    step,
                    "has no min_asks, min_total_tells or max_asks; the step ends as soon as there are outcomes that"
                            + " fit its other criteria"));
        }
        return warnings;
    }

    /** Returns how many trials there are after the step, if it needs no more than it must; as before if it does not say. */
    long trialsAfter(long before) {
        if (indefinite) {
            return before;
        }
        long least = Math.max(before + minAsks, minTells);
        return maxAsks.isPresent() && (minAsks > maxAsks.getAsInt() || least == before)
                ? before + maxAsks.getAsInt()
                : least;
    }

    private static ConfigOption<Integer> count(String key, String help) {
        return new ConfigOption<>(
                key, "a whole number from 0", FinishCriteria::parseCount, Optional.empty(), help, false);
    }

    private static int parseCount(String text) {
        int number = Integer.parseInt(text.strip());
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
        return number;
    }

    /** Reads options that have a fallback, and goes on after a problem. */
    private static final class Reading {
        private final ConfigSection section;
        private final List<Problem> problems;

        Reading(ConfigSection section, List<Problem> problems) {
            this.section = section;
            this.problems = problems;
        }

        <T> T get(ConfigOption<T> option) {
            try {
                return section.get(option);
            } catch (ConfigException e) {
                List<Problem> found = new ArrayList<>(e.problems());
                found.removeAll(problems);
                problems.addAll(found);
                return option.fallback().orElseThrow();
            }
        }
    }
}
