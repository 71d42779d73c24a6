package org.aepsych.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of a file as written, before interpolation, in their order. Immutable. */
final class RawFile {
    private final Map<String, Map<String, RawOption>> sections;
    private final Map<String, List<String>> comments;

    RawFile(Map<String, Map<String, RawOption>> sections) {
        this(sections, Map.of());
    }

    RawFile(Map<String, Map<String, RawOption>> sections, Map<String, List<String>> comments) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        comments.forEach((name, lines) -> kept.put(name, List.copyOf(lines)));
        this.comments = Collections.unmodifiableMap(kept);
        Map<String, Map<String, RawOption>> copy = new LinkedHashMap<>();
        sections.forEach((name, options) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(options))));
        this.sections = Collections.unmodifiableMap(copy);
    }

    Map<String, Map<String, RawOption>> sections() {
        return sections;
    }

    /** Returns the comments by section, each with its sign; they mean nothing. */
    Map<String, List<String>> comments() {
        return comments;
    }

    /** Returns the options of a section without the fallback's; none if the file lacks the section. */
    Map<String, RawOption> own(String section) {
        return sections.getOrDefault(section, Map.of());
    }

    /** Returns an option of a section, or else of the fallback section. */
    Optional<RawOption> option(String section, String key) {
        return Optional.ofNullable(own(section).get(key))
                .or(() -> Optional.ofNullable(own(ExperimentFile.COMMON).get(key)));
    }

    /** Returns this file with another's sections added; where both have an option, the other's counts. */
    RawFile overlaidWith(RawFile later) {
        Map<String, Map<String, RawOption>> merged = new LinkedHashMap<>();
        sections.forEach((name, options) -> merged.put(name, new LinkedHashMap<>(options)));
        later.sections.forEach((name, options) ->
                merged.computeIfAbsent(name, missing -> new LinkedHashMap<>()).putAll(options));
        return new RawFile(merged);
    }
}
