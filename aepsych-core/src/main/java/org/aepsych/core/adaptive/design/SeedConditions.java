package org.aepsych.core.adaptive.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.json.PythonText;

/**
 * Which earlier sessions a step is to learn from. Each of AEPsych's four columns that is named must match, and of the
 * further metadata at least one; a value matches if it is the one given, or one of the list given.
 *
 * @param columns values by column
 * @param extra values by key of the further metadata
 */
public record SeedConditions(Map<String, List<String>> columns, Map<String, List<String>> extra) {
    /** Option of a step: the name of the section with its conditions. */
    static final String OPTION = "seed_data_conditions";

    /** Column with the experiment's id. */
    public static final String EXPERIMENT_ID = "experiment_id";

    private static final List<String> COLUMNS =
            List.of("experiment_name", EXPERIMENT_ID, "experiment_description", "participant_id");

    /**
     * Returns the section with the conditions that a step names; it need not be there.
     *
     * @param file the experiment file
     * @param step name of the step
     * @return name of the section; empty if the step learns from nobody
     */
    public static Optional<String> sectionOf(ExperimentFile file, String step) {
        return file.section(step)
                .flatMap(section -> section.text(OPTION))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("None"));
    }

    /**
     * Reads conditions.
     *
     * @param section where they stand
     * @return each option of it is one
     * @throws org.aepsych.api.config.ConfigException if a value is no text or list of texts
     */
    public static SeedConditions read(ConfigSection section) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, List<String>> extra = new LinkedHashMap<>();
        for (String key : section.ownKeys()) {
            List<String> values = section.get(ConfigOption.texts(key, "what earlier sessions have here"));
            (COLUMNS.contains(key) ? columns : extra).put(key, values);
        }
        return new SeedConditions(columns, extra);
    }

    boolean isEmpty() {
        return columns.isEmpty() && extra.isEmpty();
    }

    /**
     * Returns the experiments that are asked for by their ids.
     *
     * @return empty if none is
     */
    public List<String> experimentIds() {
        return columns.getOrDefault(EXPERIMENT_ID, List.of());
    }

    /**
     * Tells whether a session is one of those to learn from.
     *
     * @param header who and what
     * @return whether it meets all conditions
     */
    public boolean match(StreamHeader header) {
        return columns.entrySet().stream()
                        .allMatch(condition -> value(header, condition.getKey())
                                .filter(condition.getValue()::contains)
                                .isPresent())
                && (extra.isEmpty() || matchesExtra(header));
    }

    private boolean matchesExtra(StreamHeader header) {
        Json.Obj metadata = header.extraMetadata()
                .map(text -> new JsonReader().read(text))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.Obj.empty());
        return extra.entrySet().stream()
                .anyMatch(condition -> metadata.find(condition.getKey())
                        .map(PythonText::str)
                        .filter(condition.getValue()::contains)
                        .isPresent());
    }

    private static Optional<String> value(StreamHeader header, String column) {
        return switch (column) {
            case "experiment_name" -> header.experimentName();
            case "experiment_description" -> header.experimentDescription();
            case "participant_id" -> header.participantId();
            default -> Optional.of(header.experimentId().value());
        };
    }

    /** Returns the conditions as they may be shown, such as {@code experiment_name in [a, b]}. */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>();
        columns.forEach((key, values) -> all.add(key + " in " + values));
        if (!extra.isEmpty()) {
            List<String> any = new ArrayList<>();
            extra.forEach((key, values) -> any.add(key + " in " + values));
            all.add(String.join(" or ", any));
        }
        return String.join(" and ", all);
    }
}
