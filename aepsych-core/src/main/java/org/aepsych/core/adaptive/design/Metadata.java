package org.aepsych.core.adaptive.design;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;

/**
 * What a file says about who takes part in what.
 *
 * @param name {@code experiment_name}
 * @param description {@code experiment_description}
 * @param experimentId {@code experiment_id}, if given
 * @param participantId {@code participant_id}, if given
 * @param extra everything else, as a JSON object; empty if there is nothing else
 */
public record Metadata(
        String name,
        String description,
        Optional<String> experimentId,
        Optional<String> participantId,
        Optional<String> extra) {
    private static final String SECTION = "metadata";
    private static final String NO_NAME = "default name";
    private static final String NO_DESCRIPTION = "default description";
    private static final String NAME = "experiment_name";
    private static final String DESCRIPTION = "experiment_description";
    private static final String EXPERIMENT = "experiment_id";
    private static final String PARTICIPANT = "participant_id";
    private static final List<String> COLUMNS = List.of(NAME, DESCRIPTION, EXPERIMENT, PARTICIPANT);

    /**
     * Reads the section {@code [metadata]}.
     *
     * @param file the experiment file, which may lack the section
     * @param problems where to add what is wrong
     * @return what the section says, and defaults
     */
    static Metadata read(ExperimentFile file, List<Problem> problems) {
        Optional<ConfigSection> section = file.section(SECTION);
        Optional<String> experiment = own(section, EXPERIMENT);
        experiment.ifPresent(id -> check(id, problems));
        return new Metadata(
                own(section, NAME).orElse(NO_NAME),
                own(section, DESCRIPTION).orElse(NO_DESCRIPTION),
                experiment,
                own(section, PARTICIPANT),
                section.flatMap(present -> extra(present, file.common())));
    }

    /**
     * Returns the name, unless it is only what is said where nobody gave one.
     *
     * @return as the file gives it
     */
    public Optional<String> givenName() {
        return Optional.of(name).filter(given -> !given.equals(NO_NAME));
    }

    /**
     * Returns the description, unless it is only what is said where nobody gave one.
     *
     * @return as the file gives it
     */
    public Optional<String> givenDescription() {
        return Optional.of(description).filter(given -> !given.equals(NO_DESCRIPTION));
    }

    /**
     * Tells whether a stored description is only what is said where nobody gave one.
     *
     * @param description as the storage has it
     * @return true if it tells a reader nothing
     */
    public static boolean saysNothing(String description) {
        return description.isBlank() || description.equals(NO_DESCRIPTION);
    }

    /** Options of [common] are no metadata, even where the section repeats them. */
    private static Optional<String> extra(ConfigSection section, ConfigSection common) {
        Json.Obj extra = Json.Obj.empty();
        for (String key : section.ownKeys()) {
            if (!COLUMNS.contains(key) && !common.ownKeys().contains(key)) {
                Optional<String> text = section.text(key);
                extra = extra.with(key, text.isPresent() ? Json.of(text.get()) : new Json.Null());
            }
        }
        return extra.members().isEmpty() ? Optional.empty() : Optional.of(extra.text());
    }

    private static Optional<String> own(Optional<ConfigSection> section, String key) {
        return section.filter(present -> present.ownKeys().contains(key))
                .flatMap(present -> present.text(key))
                .filter(text -> !text.isBlank());
    }

    private static void check(String id, List<Problem> problems) {
        try {
            var unused = new ExperimentId(id);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(SECTION, EXPERIMENT, e.getMessage() == null ? "is not valid" : e.getMessage()));
        }
    }
}
