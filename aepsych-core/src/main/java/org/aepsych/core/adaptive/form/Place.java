package org.aepsych.core.adaptive.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;

/**
 * A field, and the option of the file that says the same.
 *
 * @param field name of the field
 * @param section of the option
 * @param option its lower-case name
 * @param kind how the one becomes the other
 * @param choices the values that the field can have; none if it takes any
 */
record Place(String field, String section, String option, Kind kind, List<String> choices) {
    Place {
        choices = List.copyOf(choices);
        option = option.toLowerCase(Locale.ROOT);
    }

    static Place of(String field, String section, String option, Kind kind) {
        return new Place(field, section, option, kind, List.of());
    }

    static Place line(String field, String section, String option) {
        return of(field, section, option, Kind.LINE);
    }

    static Place choice(String field, String section, String option, List<String> choices) {
        return new Place(field, section, option, Kind.LINE, choices);
    }

    /**
     * Finds what the field shows of a file.
     *
     * @param file the file
     * @return what it shows; empty if the option is not there, or the field cannot show it
     */
    Optional<String> shown(FileDraft file) {
        return file.find(section, option)
                .flatMap(kind::shown)
                .flatMap(this::chosen)
                .filter(shown -> !hides(file, shown));
    }

    private Optional<String> chosen(String text) {
        return choices.isEmpty()
                ? Optional.of(text)
                : choices.stream()
                        .filter(choice -> choice.equalsIgnoreCase(text))
                        .findFirst();
    }

    /** An option that says what would hold without it is still needed if {@code [common]} says something else. */
    private boolean hides(FileDraft file, String shown) {
        return shown.isEmpty() && !section.equals(ExperimentFile.COMMON) && file.has(ExperimentFile.COMMON, option);
    }

    void write(String entered, FileDraft file) {
        if (!entered.isEmpty()) {
            file.put(section, option, kind.written(entered));
        }
    }

    boolean isOf(Problem problem) {
        return problem.section().equals(section)
                && problem.option().filter(option::equals).isPresent();
    }
}
