package org.aepsych.core.adaptive.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.FileDraft;
import org.aepsych.core.presentation.Task;

/** Which fields there are, and of which options. */
final class Layout {
    static final String PRESENTATION = "presentation";
    private static final String METADATA = "metadata";

    /** The fields with texts of several lines. */
    static final Set<String> LINES = Set.of("consent", "instructions", "question", "farewell");

    static final List<String> OUTCOMES = List.of("binary", "continuous", "ordinal");
    static final List<String> TYPES = List.of("continuous", "integer", "binary", "categorical", "fixed");

    static final Place TARGET = Place.line("target", ExperimentFile.COMMON, "target");

    static final List<Place> FIXED = List.of(
            Place.choice("stimuli", ExperimentFile.COMMON, "stimuli_per_trial", List.of("1", "2")),
            Place.line("name", METADATA, "experiment_name"),
            Place.line("description", METADATA, "experiment_description"),
            Place.line("id", METADATA, "experiment_id"));

    /** What holds whoever presents the stimuli. */
    static final List<Place> ANY_PAGE = List.of(
            presentation("practice_trials", Kind.LINE),
            presentation("break_every", Kind.LINE),
            presentation("language", Kind.LINE),
            presentation("listed", Kind.TICK),
            presentation("consent", Kind.TEXT),
            presentation("instructions", Kind.TEXT),
            presentation("question", Kind.TEXT),
            presentation("farewell", Kind.TEXT));

    static final List<Place> PRESENTED = Stream.concat(
                    Stream.of(
                            presentation("presenter", Kind.LINE),
                            Place.choice("task", PRESENTATION, "task", Task.keys()),
                            presentation("duration", Kind.LINE),
                            presentation("fixation", Kind.LINE),
                            presentation("gap", Kind.LINE),
                            presentation("feedback", Kind.TICK),
                            presentation("fullscreen", Kind.TICK),
                            presentation("calibration", Kind.YES_OR_NO),
                            presentation("levels", Kind.LINE),
                            presentation("anchors", Kind.LINE)),
                    ANY_PAGE.stream())
            .toList();

    /** The lists of {@code [common]} that columns of rows are. */
    static final List<Names> NAMES = List.of(
            new Names("parnames", "parameter", "name", ""),
            new Names("outcome_types", "outcome", "type", ""),
            new Names("outcome_names", "outcome", "name", "outcome_"));

    private Layout() {}

    /**
     * A list of {@code [common]}.
     *
     * @param option its name
     * @param row the kind of rows
     * @param field the column
     * @param fallback what stands in the list for a row without anything in that column, before its number
     */
    record Names(String option, String row, String field, String fallback) {}

    private static Place presentation(String option, Kind kind) {
        return Place.of(option, PRESENTATION, option, kind);
    }

    static boolean isPresentation(Place place) {
        return place.section().equals(PRESENTATION);
    }

    static List<Place> parameter(int row, String name) {
        String field = "parameter" + row + "_";
        return FileDraft.canName(name)
                ? List.of(
                        Place.choice(field + "type", name, "par_type", TYPES),
                        Place.line(field + "lower", name, "lower_bound"),
                        Place.line(field + "upper", name, "upper_bound"),
                        Place.of(field + "log", name, "log_scale", Kind.TICK),
                        Place.of(field + "choices", name, "choices", Kind.LIST),
                        Place.line(field + "value", name, "value"))
                : List.of();
    }

    static List<Place> practice(int row, String name) {
        return FileDraft.canName(name) && FileDraft.canBeKey("practice_" + name)
                ? List.of(Place.of("parameter" + row + "_practice", PRESENTATION, "practice_" + name, Kind.LIST))
                : List.of();
    }

    static List<Place> step(int row, String name) {
        String field = "step" + row + "_";
        return FileDraft.canName(name)
                ? Stream.of(
                                "generator",
                                "model",
                                "acqf",
                                "min_asks",
                                "max_asks",
                                "min_total_tells",
                                "min_total_outcome_occurrences",
                                "min_post_range")
                        .map(option -> Place.line(field + option, name, option))
                        .toList()
                : List.of();
    }
}
