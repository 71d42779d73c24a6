package org.aepsych.core.config;

import java.util.ArrayList;
import java.util.List;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;

/** Compares a section with what it may hold. */
public final class SchemaCheck {
    private SchemaCheck() {}

    /**
     * Returns what is wrong with a section: options that are missing or not of their type and, if asked for, options
     * that do not exist.
     *
     * @param section the section
     * @param schema what it may hold
     * @param unknownAreProblems whether options that the schema does not know are refused
     * @return all problems, in the schema's order, unknown options last
     */
    public static List<Problem> problems(ConfigSection section, ConfigSchema schema, boolean unknownAreProblems) {
        List<Problem> problems = new ArrayList<>();
        for (ConfigOption<?> option : schema.options()) {
            try {
                section.get(option);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (unknownAreProblems) {
            problems.addAll(unknown(section, schema));
        }
        return List.copyOf(problems);
    }

    /**
     * Returns the options of a section that a schema does not know, each with the nearest one that it does.
     *
     * @param section the section
     * @param schema what it may hold
     * @return a problem for each, in the order of the file
     */
    public static List<Problem> unknown(ConfigSection section, ConfigSchema schema) {
        List<String> known = schema.options().stream().map(ConfigOption::key).toList();
        List<Problem> problems = new ArrayList<>();
        for (String key : section.ownKeys()) {
            if (!known.contains(key)) {
                problems.add(Suggestions.hinted(
                        section.problem(key, "is not an option of this section"),
                        key,
                        known,
                        "options are " + String.join(", ", known)));
            }
        }
        return List.copyOf(problems);
    }
}
