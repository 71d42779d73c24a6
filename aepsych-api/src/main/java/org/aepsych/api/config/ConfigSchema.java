package org.aepsych.api.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options that a section may have.
 *
 * @param options in the order in which help shows them; names are unique
 */
public record ConfigSchema(List<ConfigOption<?>> options) {

    /** Copies the list and checks that names are unique. */
    public ConfigSchema {
        options = List.copyOf(options);
        Set<String> keys = options.stream().map(ConfigOption::key).collect(Collectors.toSet());
        if (keys.size() != options.size()) {
            throw new IllegalArgumentException("an option is declared twice: " + options);
        }
    }

    /**
     * A schema of the given options.
     *
     * @param options none for a section without options
     * @return the schema
     */
    public static ConfigSchema of(ConfigOption<?>... options) {
        return new ConfigSchema(List.of(options));
    }

    /**
     * Finds an option.
     *
     * @param key lower-case name
     * @return the option, or empty if the section has none of that name
     */
    public Optional<ConfigOption<?>> option(String key) {
        for (ConfigOption<?> option : options) {
            if (option.key().equals(key)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
