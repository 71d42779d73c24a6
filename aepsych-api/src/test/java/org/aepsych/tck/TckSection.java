package org.aepsych.tck;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigSection;

/**
 * A section made of a map, without anything behind it.
 *
 * @param name the section's name
 * @param texts texts by lower-case key
 */
public record TckSection(String name, Map<String, String> texts) implements ConfigSection {
    /** Copies the map. */
    public TckSection {
        texts = Map.copyOf(texts);
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public Set<String> ownKeys() {
        return new LinkedHashSet<>(new TreeMap<>(texts).keySet());
    }
}
