package org.aepsych.core.config;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/** A section of an experiment file with the fallback section behind it, all references followed. */
final class FileSection implements ConfigSection {
    private final String name;
    private final RawFile file;
    private final Map<String, Optional<String>> resolved;

    /**
     * A section.
     *
     * @param name its name
     * @param file the file it is in
     * @param resolved its own options, then those of the fallback section
     */
    FileSection(String name, RawFile file, Map<String, Optional<String>> resolved) {
        this.name = name;
        this.file = file;
        this.resolved = Collections.unmodifiableMap(resolved);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> text(String key) {
        return resolved.getOrDefault(key.toLowerCase(Locale.ROOT), Optional.empty());
    }

    @Override
    public Set<String> ownKeys() {
        return file.own(name).keySet();
    }

    @Override
    public Optional<Integer> line(String key) {
        return file.option(name, key.toLowerCase(Locale.ROOT)).flatMap(RawOption::line);
    }

    Map<String, Optional<String>> options() {
        return resolved;
    }
}
