package org.aepsych.api.config;

import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** A definition or settings text was refused; carries every problem found, not only the first. */
public final class ConfigException extends AepsychException {
    private final transient List<Problem> problems;

    /**
     * Refuses a text.
     *
     * @param problems at least one
     */
    public ConfigException(List<Problem> problems) {
        super(StandardError.CONFIG_INVALID, sentence(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses a text for one reason.
     *
     * @param problem the reason
     */
    public ConfigException(Problem problem) {
        this(List.of(problem));
    }

    /**
     * Returns what is wrong.
     *
     * @return all problems, in the order of the text where known
     */
    public List<Problem> problems() {
        return problems;
    }

    private static String sentence(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs at least one problem");
        }
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
