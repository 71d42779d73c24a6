package org.aepsych.api.space;

import java.util.HashSet;
import java.util.List;

/** What one dimension of the stimulus may be, in raw units. The names of the kinds are AEPsych's {@code par_type}. */
public sealed interface Parameter {
    /**
     * Returns the parameter's name.
     *
     * @return unique within the space
     */
    String name();

    /**
     * A real number between two bounds ({@code par_type = continuous}).
     *
     * @param name unique within the space
     * @param lower smallest value
     * @param upper largest value, above {@code lower}
     * @param logScale whether models see the logarithm
     * @param normalizeScale whether models see the unit interval
     */
    record Continuous(String name, double lower, double upper, boolean logScale, boolean normalizeScale)
            implements Parameter {
        /** Checks the bounds. */
        public Continuous {
            requireBounds(name, lower, upper);
        }
    }

    /**
     * A whole number between two bounds, both included ({@code par_type = integer}).
     *
     * @param name unique within the space
     * @param lower smallest value
     * @param upper largest value, above {@code lower}
     * @param logScale whether models see the logarithm
     * @param normalizeScale whether models see the unit interval
     */
    record Whole(String name, long lower, long upper, boolean logScale, boolean normalizeScale) implements Parameter {
        /** Checks the bounds. */
        public Whole {
            requireBounds(name, (double) lower, (double) upper);
        }
    }

    /**
     * Zero or one ({@code par_type = binary}).
     *
     * @param name unique within the space
     */
    record Binary(String name) implements Parameter {}

    /**
     * One of several texts without order ({@code par_type = categorical}).
     *
     * @param name unique within the space
     * @param choices at least one, all different
     */
    record Categorical(String name, List<String> choices) implements Parameter {
        /** Copies and checks the choices. */
        public Categorical {
            choices = List.copyOf(choices);
            if (choices.isEmpty() || new HashSet<>(choices).size() != choices.size()) {
                throw new IllegalArgumentException(
                        "parameter " + name + ": choices are one or more different texts, but are " + choices);
            }
        }
    }

    /**
     * Always the same value ({@code par_type = fixed}).
     *
     * @param name unique within the space
     * @param value the value
     */
    record Fixed(String name, Value value) implements Parameter {}

    private static void requireBounds(String name, double lower, double upper) {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower < upper)) {
            throw new IllegalArgumentException("parameter " + name
                    + ": lower_bound must be below upper_bound and both finite, but they are " + lower + " and "
                    + upper);
        }
    }
}
