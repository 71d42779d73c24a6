package org.aepsych.core.adaptive.simulation.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.aepsych.core.adaptive.simulation.observer.Truth;

/**
 * A benchmark: parameters, an observer, and the response probability that is sought.
 *
 * @param name as on the command line
 * @param description one line
 * @param dimensions the parameters
 * @param truth the observer
 * @param target the response probability whose level set is sought
 * @param intensity 0-based parameter with which the probability rises, so that there is a threshold; empty if none
 */
public record Problem(
        String name,
        String description,
        java.util.List<Dimension> dimensions,
        Truth truth,
        double target,
        OptionalInt intensity) {
    /** Copies the list. */
    public Problem {
        dimensions = java.util.List.copyOf(dimensions);
    }

    /**
     * A continuous parameter.
     *
     * @param name such as {@code contrast}
     * @param lower smallest value
     * @param upper largest value
     */
    public record Dimension(String name, double lower, double upper) {}

    static Dimension[] box(double lower, double upper, String... names) {
        return Arrays.stream(names)
                .map(name -> new Dimension(name, lower, upper))
                .toArray(Dimension[]::new);
    }

    /**
     * Returns an experiment file about the problem.
     *
     * @param strategy the sections that choose strategies, {@code strategy_names} without a section first
     * @return the file's text
     */
    String file(String strategy) {
        String names = dimensions.stream().map(Dimension::name).collect(Collectors.joining(", "));
        String sections = dimensions.stream()
                .map(dimension -> String.format(
                        Locale.ROOT,
                        "[%s]%npar_type = continuous%nlower_bound = %s%nupper_bound = %s%n",
                        dimension.name(),
                        dimension.lower(),
                        dimension.upper()))
                .collect(Collectors.joining("\n"));
        return "[common]\nparnames = [" + names + "]\nstimuli_per_trial = 1\noutcome_types = [binary]\ntarget = "
                + target + "\n" + strategy + "\n\n" + sections;
    }
}
