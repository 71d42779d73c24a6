package org.aepsych.strategies.model;

import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/**
 * The section that a file does not have.
 *
 * @param name what it would be called
 */
record NoOptions(String name) implements ConfigSection {
    static NoOptions of(String name) {
        return new NoOptions(name);
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.empty();
    }

    @Override
    public Set<String> ownKeys() {
        return Set.of();
    }
}
