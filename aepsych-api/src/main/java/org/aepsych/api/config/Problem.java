package org.aepsych.api.config;

import java.util.Optional;

/**
 * One thing that is wrong in a definition or settings text.
 *
 * @param section the section, as written in the file; the empty text if the file as a whole is meant
 * @param option the option, in lower case; empty if the section itself is meant
 * @param message what was expected and what was found
 * @param hint what to write instead, such as the nearest known name
 * @param line the 1-based line in the text, where known
 */
public record Problem(
        String section, Optional<String> option, String message, Optional<String> hint, Optional<Integer> line) {

    /**
     * A problem with an option.
     *
     * @param section the section
     * @param option the option
     * @param message what was expected and what was found
     * @return the problem, without hint and line
     */
    public static Problem of(String section, String option, String message) {
        return new Problem(section, Optional.of(option), message, Optional.empty(), Optional.empty());
    }

    /**
     * A problem with a whole section.
     *
     * @param section the section
     * @param message what was expected and what was found
     * @return the problem, without hint and line
     */
    public static Problem of(String section, String message) {
        return new Problem(section, Optional.empty(), message, Optional.empty(), Optional.empty());
    }

    /**
     * A problem with the file as a whole, or with a place outside of all sections.
     *
     * @param message what was expected and what was found
     * @return the problem, without hint and line
     */
    public static Problem ofFile(String message) {
        return of("", message);
    }

    /**
     * Returns this problem with a hint.
     *
     * @param text what to write instead
     * @return a copy
     */
    public Problem withHint(String text) {
        return new Problem(section, option, message, Optional.of(text), line);
    }

    /**
     * Returns this problem with its place.
     *
     * @param number 1-based line
     * @return a copy
     */
    public Problem atLine(int number) {
        return new Problem(section, option, message, hint, Optional.of(number));
    }

    /** Returns the problem as one sentence: where, expected and found, hint, line. */
    @Override
    public String toString() {
        return (section.isEmpty()
                        ? ""
                        : "[" + section + "]" + option.map(o -> " " + o).orElse("") + ": ")
                + message
                + hint.map(h -> "; " + h).orElse("")
                + line.map(l -> " (line " + l + ")").orElse("");
    }
}
