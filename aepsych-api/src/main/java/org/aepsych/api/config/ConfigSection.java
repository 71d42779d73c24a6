package org.aepsych.api.config;

import java.util.Optional;
import java.util.Set;

/** One section of a file, with the fallback section behind it. Immutable, thread-safe. */
public interface ConfigSection {
    /**
     * Returns the section's name as written.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the text of an option; looks into the fallback section ({@code [common]}) if this one lacks it.
     *
     * @param key lower-case name
     * @return the text after interpolation, or empty if it is given nowhere
     */
    Optional<String> text(String key);

    /**
     * Returns the names of the options that this section itself has, without the fallback section's.
     *
     * @return lower-case names in the order of the file
     */
    Set<String> ownKeys();

    /**
     * Returns the line of an option in its file.
     *
     * @param key lower-case name
     * @return 1-based line, where known
     */
    default Optional<Integer> line(String key) {
        return Optional.empty();
    }

    /**
     * Returns what is wrong with an option of this section, with the line where that is known.
     *
     * @param key lower-case name
     * @param message one sentence: what was expected, what was found
     * @return the problem
     */
    default Problem problem(String key, String message) {
        Problem problem = Problem.of(name(), key, message);
        return line(key).map(problem::atLine).orElse(problem);
    }

    /**
     * Returns a value that must be there or has a fallback.
     *
     * @param option the option
     * @param <T> type of the value
     * @return the value
     * @throws ConfigException if the option is absent and has no fallback, or its text is not of its type
     */
    default <T> T get(ConfigOption<T> option) {
        return find(option)
                .or(option::fallback)
                .orElseThrow(() -> new ConfigException(Problem.of(
                        name(),
                        option.key(),
                        "is missing; expected " + option.typeName() + " (" + option.help() + ")")));
    }

    /**
     * Returns a value if it is given.
     *
     * @param option the option; its fallback is not looked at
     * @param <T> type of the value
     * @return the value, or empty if the option is absent
     * @throws ConfigException if its text is not of its type
     */
    default <T> Optional<T> find(ConfigOption<T> option) {
        return text(option.key()).map(text -> {
            try {
                return option.parser().apply(text);
            } catch (IllegalArgumentException e) {
                throw new ConfigException(problem(
                        option.key(),
                        "expected " + option.typeName() + ", but found \"" + (option.secret() ? "…" : text) + "\""));
            }
        });
    }
}
