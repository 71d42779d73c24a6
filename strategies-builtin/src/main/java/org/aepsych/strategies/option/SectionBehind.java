package org.aepsych.strategies.option;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/**
 * A section with another behind it: options that the first does not have itself are those of the second.
 *
 * @param first whose name counts
 * @param second what is behind
 */
public record SectionBehind(ConfigSection first, ConfigSection second) implements ConfigSection {
    @Override
    public String name() {
        return first.name();
    }

    @Override
    public Optional<String> text(String key) {
        return owner(key).text(key);
    }

    @Override
    public Set<String> ownKeys() {
        Set<String> keys = new LinkedHashSet<>(first.ownKeys());
        keys.addAll(second.ownKeys());
        return keys;
    }

    @Override
    public Optional<Integer> line(String key) {
        return owner(key).line(key);
    }

    private ConfigSection owner(String key) {
        return first.ownKeys().contains(key) ? first : second;
    }
}
