package org.aepsych.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment file that is taken apart or put together: options by section, comments, and lines that stay as somebody
 * wrote them. Texts go in and come out as they are meant; what the dialect would read as something else is escaped here.
 * Not thread-safe.
 */
public final class FileDraft {
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** An empty file. */
    public FileDraft() {}

    private static final class Part {
        final Map<String, Optional<String>> options = new LinkedHashMap<>();
        final List<String> comments = new ArrayList<>();
        final List<String> lines = new ArrayList<>();

        boolean isEmpty() {
            return options.isEmpty() && comments.isEmpty() && lines.isEmpty();
        }
    }

    static FileDraft of(RawFile file) {
        FileDraft draft = new FileDraft();
        file.sections().forEach((name, options) -> {
            Part part = draft.part(name);
            options.forEach((key, option) -> part.options.put(key, option.text()));
        });
        file.comments()
                .forEach((name, comments) -> draft.part(draft.parts.containsKey(name) ? name : ExperimentFile.COMMON)
                        .comments
                        .addAll(comments));
        return draft;
    }

    /**
     * Tells whether a text can be the name of a section.
     *
     * @param name any text
     * @return whether it is read between brackets as it is, and in lists as one item
     */
    public static boolean canName(String name) {
        return CanonicalText.canName(name)
                && name.equals(name.strip())
                && name.chars().noneMatch(sign -> ",[]$#;".indexOf(sign) >= 0);
    }

    /**
     * Tells whether a text can be the name of an option.
     *
     * @param key any text
     * @return whether it is read before an equals sign as it is, in lower case
     */
    public static boolean canBeKey(String key) {
        return CanonicalText.canBeKey(key.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether there is a section.
     *
     * @param section its name
     * @return whether its heading is there
     */
    public boolean has(String section) {
        return parts.containsKey(section);
    }

    /**
     * Tells whether a section has an option.
     *
     * @param section its name
     * @param key lower-case name of the option
     * @return whether the section itself has it, with a value or without
     */
    public boolean has(String section, String key) {
        return has(section) && part(section).options.containsKey(key);
    }

    /**
     * Finds what an option says.
     *
     * @param section its section
     * @param key lower-case name of the option
     * @return its text; empty if the section itself does not have it, or it has no value or one with references
     */
    public Optional<String> find(String section, String key) {
        return has(section)
                ? part(section).options.getOrDefault(key, Optional.empty()).flatMap(FileDraft::plain)
                : Optional.empty();
    }

    /**
     * Removes an option, and the section if nothing else is in it.
     *
     * @param section its section
     * @param key lower-case name of the option
     */
    public void remove(String section, String key) {
        if (has(section, key)) {
            part(section).options.remove(key);
            if (part(section).isEmpty()) {
                parts.remove(section);
            }
        }
    }

    /**
     * Sets an option.
     *
     * @param section its section
     * @param key lower-case name of the option
     * @param value any text
     */
    public void put(String section, String key, String value) {
        String lines = value.replace("\r\n", "\n").replace('\r', '\n');
        part(section).options.put(key.toLowerCase(Locale.ROOT), Optional.of(lines.replace("$", "$$")));
    }

    /**
     * Adds lines as they are, each to the section under whose heading it stands; before the first heading that is
     * {@code [common]}. Comments go to the head of their section.
     *
     * @param text lines of an experiment file
     */
    public void append(String text) {
        String section = ExperimentFile.COMMON;
        for (String line : text.stripTrailing().lines().toList()) {
            int end = line.lastIndexOf(']');
            if (line.startsWith("[") && end > 1) {
                section = line.substring(1, end);
                String rest = line.substring(end + 1).strip();
                part(section).comments.addAll(rest.startsWith("#") ? List.of(rest) : List.of());
            } else if (line.startsWith("#") || line.startsWith(";")) {
                part(section).comments.add(line);
            } else {
                part(section).lines.add(line);
            }
        }
    }

    /**
     * Writes the file.
     *
     * @return INI text
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach((name, part) -> {
            text.append(text.isEmpty() ? "" : "\n").append('[').append(name).append("]\n");
            part.comments.forEach(comment -> text.append(comment).append('\n'));
            part.options.forEach((key, value) -> CanonicalText.writeOption(key, value, text));
            part.lines.forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }

    private Part part(String section) {
        return parts.computeIfAbsent(section, missing -> new Part());
    }

    /** Returns what a text means that has no references; the one that stands for nothing does not count as one. */
    private static Optional<String> plain(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$$", at)) {
                plain.append('$');
                at += 2;
            } else if (text.startsWith("${}", at)) {
                at += 3;
            } else if (text.charAt(at) == '$') {
                return Optional.empty();
            } else {
                plain.append(text.charAt(at));
                at++;
            }
        }
        return Optional.of(plain.toString());
    }
}
