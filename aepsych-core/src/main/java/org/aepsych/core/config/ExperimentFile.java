package org.aepsych.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.config.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an experiment in AEPsych's INI dialect: sections of options, {@code [common]} as the fallback of
 * all others, and references within the file. It comes from strangers, so it is limited in size and cannot reach
 * anything outside itself. Immutable, thread-safe.
 */
public final class ExperimentFile {
    /** Name of the section that all others fall back to. */
    public static final String COMMON = "common";

    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_SECTIONS = 500;
    private static final int MAX_OPTIONS = 5_000;

    private final String text;
    private final RawFile raw;
    private final FileSection common;
    private final Map<String, FileSection> sections;
    private final List<Problem> notes;
    private final Optional<ReadOptions> watch;

    private ExperimentFile(
            String text,
            RawFile raw,
            FileSection common,
            Map<String, FileSection> sections,
            List<Problem> notes,
            Optional<ReadOptions> watch) {
        this.text = text;
        this.raw = raw;
        this.notes = List.copyOf(notes);
        this.watch = watch;
        this.common = common;
        this.sections = Collections.unmodifiableMap(sections);
    }

    /**
     * Reads a text.
     *
     * @param text INI text, at most a million characters
     * @return the file
     * @throws ConfigException with everything that is wrong, each with its line
     */
    public static ExperimentFile parse(String text) {
        List<Problem> problems = new ArrayList<>();
        return resolved(readText(text, problems), text, problems);
    }

    /**
     * Reads nested objects, as clients send them in JSON. Lists become {@code [a, b]}, booleans {@code True} and
     * {@code False}, and null an option without value.
     *
     * @param dict section, option, value
     * @return the file; its text is written from the objects
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentFile ofDict(Map<String, ? extends Map<String, ? extends @Nullable Object>> dict) {
        List<Problem> problems = new ArrayList<>();
        RawFile raw = DictReader.read(dict, problems);
        return resolved(raw, CanonicalText.write(raw), problems);
    }

    /**
     * Reads nested objects, then a text whose options override those of the objects.
     *
     * @param dict section, option, value
     * @param text INI text, at most a million characters
     * @return the file; its text is written from both
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentFile ofDictAndText(
            Map<String, ? extends Map<String, ? extends @Nullable Object>> dict, String text) {
        List<Problem> problems = new ArrayList<>();
        RawFile raw = DictReader.read(dict, problems).overlaidWith(readText(text, problems));
        return resolved(raw, CanonicalText.write(raw), problems);
    }

    private static RawFile readText(String text, List<Problem> problems) {
        if (text.length() > MAX_LENGTH) {
            problems.add(Problem.ofFile(
                    "the file has " + text.length() + " characters; at most " + MAX_LENGTH + " are allowed"));
            return new RawFile(Map.of());
        }
        return IniReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
    }

    private static ExperimentFile resolved(RawFile raw, String text, List<Problem> problems) {
        int options = raw.sections().values().stream().mapToInt(Map::size).sum();
        if (raw.sections().size() > MAX_SECTIONS || options > MAX_OPTIONS) {
            problems.add(Problem.ofFile("the file has " + raw.sections().size() + " sections and " + options
                    + " options; at most " + MAX_SECTIONS + " and " + MAX_OPTIONS + " are allowed"));
            throw new ConfigException(problems);
        }
        Interpolation interpolation = new Interpolation(raw);
        Map<String, FileSection> sections = new LinkedHashMap<>();
        FileSection common = resolve(raw, COMMON, interpolation, problems);
        for (String name : raw.sections().keySet()) {
            if (!name.equals(COMMON)) {
                sections.put(name, resolve(raw, name, interpolation, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream().distinct().toList());
        }
        return new ExperimentFile(text, raw, common, sections, List.of(), Optional.empty());
    }

    /** Resolves own and fallback options: what a fallback option refers to depends on the section that asks. */
    private static FileSection resolve(
            RawFile raw, String section, Interpolation interpolation, List<Problem> problems) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(raw.own(section).keySet());
        keys.addAll(raw.own(COMMON).keySet());
        for (String key : keys) {
            if (!values.containsKey(key) && !interpolation.exhausted()) {
                try {
                    values.put(key, interpolation.resolve(section, key));
                } catch (ConfigException e) {
                    values.put(key, Optional.empty());
                    problems.addAll(e.problems());
                }
            }
        }
        return new FileSection(section, raw, values, Optional.empty());
    }

    /**
     * Reads a file that was written for AEPsych up to 0.7 as what it means today.
     *
     * @return the file of today, with the same text and with notes of what was read in another way; a file of today
     *     without notes
     * @throws ConfigException if references of the file lead nowhere then
     */
    public ExperimentFile modern() {
        LegacyFile.Modern modern = LegacyFile.modern(raw);
        if (modern.notes().isEmpty()) {
            return this;
        }
        ExperimentFile read = resolved(modern.file(), text, new ArrayList<>());
        return new ExperimentFile(text, modern.file(), read.common, read.sections, modern.notes(), Optional.empty());
    }

    /**
     * Returns the same file, telling what is read of it.
     *
     * @param by told of each section and option
     * @return the file
     */
    public ExperimentFile watched(ReadOptions by) {
        Map<String, FileSection> watched = new LinkedHashMap<>();
        sections.forEach((name, section) -> watched.put(name, section.watched(by)));
        return new ExperimentFile(text, raw, common.watched(by), watched, notes, Optional.of(by));
    }

    /**
     * Returns what was read in another way than it is written.
     *
     * @return notes for people
     */
    public List<Problem> notes() {
        return notes;
    }

    /**
     * Takes the file apart.
     *
     * @return what is written in it, to be put together anew
     */
    public FileDraft draft() {
        return FileDraft.of(raw);
    }

    /**
     * Returns the file's text.
     *
     * @return as it was given, or as written from objects; parsing it gives the same options
     */
    public String text() {
        return text;
    }

    /**
     * Returns {@code [common]}.
     *
     * @return the section; without options if the file lacks it
     */
    public ConfigSection common() {
        return common;
    }

    /**
     * Returns a section.
     *
     * @param name the name as written, with its case
     * @return the section with {@code [common]} behind it, or empty if the file lacks it; {@code common} is always there
     */
    public Optional<ConfigSection> section(String name) {
        watch.ifPresent(read -> read.section(name));
        return name.equals(COMMON) ? Optional.of(common) : Optional.ofNullable(sections.get(name));
    }

    /**
     * Returns the names of the sections.
     *
     * @return in the order of the file, without {@code common}
     */
    public List<String> sectionNames() {
        return List.copyOf(sections.keySet());
    }

    /**
     * Returns everything, as AEPsych's {@code get_config} shows it: {@code common} first, then the sections in the order
     * of the file, each with its own options first and those of {@code [common]} that it does not override after them.
     *
     * @return section, option, text; empty for an option without value
     */
    public Map<String, Map<String, Optional<String>>> flattened() {
        Map<String, Map<String, Optional<String>>> all = new LinkedHashMap<>();
        all.put(COMMON, common.options());
        sections.forEach((name, section) -> all.put(name, section.options()));
        return Collections.unmodifiableMap(all);
    }
}
