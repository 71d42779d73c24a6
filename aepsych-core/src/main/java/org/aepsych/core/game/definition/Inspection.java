package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;

/** An experiment file while it is read, and everything found wrong with it so far. */
final class Inspection {
    private final ExperimentFile file;
    private final ConfigSection common;
    private final List<Problem> problems = new ArrayList<>();

    Inspection(ExperimentFile file) {
        this.file = file;
        this.common = file.common();
    }

    ConfigSection common() {
        return common;
    }

    Optional<ConfigSection> section(String name) {
        return file.section(name);
    }

    Iterable<String> sectionNames() {
        return file.sectionNames();
    }

    /** Returns a value of {@code [common]} whose text is good; the check of the schema reports the others. */
    <T> Optional<T> value(ConfigOption<T> option) {
        try {
            return common.find(option).or(option::fallback);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** Finds a section that an option of {@code [common]} names, each once. */
    Optional<ConfigSection> named(String name, ConfigOption<?> option, Set<String> used) {
        Optional<ConfigSection> section = file.section(name).filter(found -> !name.equals(ExperimentFile.COMMON));
        if (section.isEmpty()) {
            unknown(option, "there is no section [" + name + "]", name, file.sectionNames());
        } else if (!used.add(name)) {
            wrong(option, "names [" + name + "] twice");
            return Optional.empty();
        }
        return section;
    }

    /** Tells whether a section has all that a schema asks for and nothing else, and notes what is wrong with it. */
    boolean fits(ConfigSection section, ConfigSchema schema) {
        return fits(section, schema, true);
    }

    /** Looks as {@link #fits(ConfigSection, ConfigSchema)} does; a section that others share may have more. */
    boolean fits(ConfigSection section, ConfigSchema schema, boolean own) {
        List<Problem> wrong = SchemaCheck.problems(section, schema, own);
        problems.addAll(wrong);
        return wrong.isEmpty();
    }

    /** Tells whether a plugin takes its options: a factory knows more than its schema says. */
    boolean works(Supplier<?> factory) {
        try {
            Object unused = factory.get();
            return true;
        } catch (ConfigException e) {
            problems.addAll(e.problems());
            return false;
        }
    }

    /** Returns the options of a schema that a section says, as they stand there. */
    static SortedMap<String, String> said(ConfigSection section, ConfigSchema schema) {
        SortedMap<String, String> said = new TreeMap<>();
        schema.options().forEach(option -> section.text(option.key()).ifPresent(text -> said.put(option.key(), text)));
        return said;
    }

    void wrong(List<Problem> found) {
        problems.addAll(found);
    }

    void wrong(ConfigOption<?> option, String message) {
        wrong(common, option, message);
    }

    void wrong(ConfigSection section, ConfigOption<?> option, String message) {
        problems.add(section.problem(option.key(), message));
    }

    /** An option of {@code [common]} says a name that there is not. */
    void unknown(ConfigOption<?> option, String message, String name, Iterable<String> known) {
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        problems.add(Suggestions.hinted(common.problem(option.key(), message), name, names, "there are " + names));
    }

    /** Fails if anything was found wrong. */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
