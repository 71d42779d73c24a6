package org.aepsych.core.adaptive.design;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/** Sections one behind the other: an option is taken from the first that itself has it, then from {@code [common]}. */
final class LayeredSection implements ConfigSection {
    private final String name;
    private final List<ConfigSection> layers;
    private final ConfigSection common;

    LayeredSection(String name, List<ConfigSection> layers, ConfigSection common) {
        this.name = name;
        this.layers = List.copyOf(layers);
        this.common = common;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> text(String key) {
        return owner(key).text(key);
    }

    @Override
    public Set<String> ownKeys() {
        Set<String> keys = new LinkedHashSet<>();
        layers.forEach(layer -> keys.addAll(layer.ownKeys()));
        return keys;
    }

    @Override
    public Optional<Integer> line(String key) {
        return owner(key).line(key);
    }

    private ConfigSection owner(String key) {
        return layers.stream()
                .filter(layer -> layer.ownKeys().contains(key))
                .findFirst()
                .orElse(common);
    }
}
