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
    private final Optional<ReadOptions> watch;

    /**
     * A section.
     *
     * @param name its name
     * @param file the file it is in
     * @param resolved its own options, then those of the fallback section
     * @param watch told of what is read, if somebody wants to know
     */
    FileSection(String name, RawFile file, Map<String, Optional<String>> resolved, Optional<ReadOptions> watch) {
        this.name = name;
        this.file = file;
        this.resolved = Collections.unmodifiableMap(resolved);
        this.watch = watch;
    }

    FileSection watched(ReadOptions by) {
        return new FileSection(name, file, resolved, Optional.of(by));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> text(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        watch.ifPresent(read -> read.option(file.own(name).containsKey(lower) ? name : ExperimentFile.COMMON, lower));
        return resolved.getOrDefault(lower, Optional.empty());
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
