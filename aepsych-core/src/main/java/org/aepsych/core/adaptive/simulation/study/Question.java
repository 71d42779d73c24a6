package org.aepsych.core.adaptive.simulation.study;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.aepsych.api.strategy.OutcomeType;

/**
 * What is to be found out about an outcome. Immutable.
 *
 * @param outcome its name
 * @param type its type
 * @param goals what is wanted, at least one
 * @param target the mean outcome that is sought, of a binary one the probability of 1; empty if there is no threshold
 * @param intensity 0-based parameter along which there is a threshold; empty if none
 */
public record Question(
        String outcome, OutcomeType type, Set<Goal> goals, OptionalDouble target, OptionalInt intensity) {
    /** What can be wanted. */
    public enum Goal {
        /** Where the mean outcome is above the target. */
        THRESHOLD,
        /** The mean outcome everywhere. */
        OUTCOME,
        /** Which of any two stimuli has the higher utility. */
        ORDER,
        /** The stimulus with the highest mean outcome, or utility. */
        BEST
    }

    /** Copies the set. */
    public Question {
        goals = Set.copyOf(EnumSet.copyOf(goals));
        if (goals.contains(Goal.THRESHOLD) && target.isEmpty()) {
            throw new IllegalArgumentException("a threshold has a target");
        }
    }

    /**
     * Asks for a threshold of a binary outcome.
     *
     * @param target the response probability whose level set is sought
     * @param intensity 0-based parameter along which there is a threshold; empty if none
     * @return the question
     */
    public static Question threshold(double target, OptionalInt intensity) {
        return new Question(
                "outcome_1", OutcomeType.BINARY, EnumSet.of(Goal.THRESHOLD), OptionalDouble.of(target), intensity);
    }
}
