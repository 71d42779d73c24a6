package org.aepsych.core.config.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;

/** Describes the settings for people. */
public final class SettingsHelp {
    private SettingsHelp() {}

    /**
     * Returns what the settings may hold.
     *
     * @return lines: sections, and below each its options with type, default, help and environment variable
     */
    public static String table() {
        return table(Map.of());
    }

    /**
     * Returns what the settings may hold, storages included.
     *
     * @param storages schema of {@code [storage.NAME]} for each name
     * @return lines: sections, and below each its options with type, default, help and environment variable
     */
    public static String table(Map<String, ConfigSchema> storages) {
        Map<String, ConfigSchema> schemas = new LinkedHashMap<>(SettingsSchemas.bySection());
        storages.forEach((name, schema) -> schemas.put(SettingsReader.STORAGE_PREFIX + name, schema));
        StringBuilder table = new StringBuilder();
        schemas.forEach((section, schema) -> {
            table.append(table.isEmpty() ? "" : "\n")
                    .append('[')
                    .append(section)
                    .append("]\n");
            schema.options().forEach(option -> table.append(row(section, option)));
        });
        return table.toString();
    }

    private static String row(String section, ConfigOption<?> option) {
        String value = option.fallback()
                .map(SettingsHelp::shown)
                .map(text -> text.isEmpty() ? "none" : text)
                .map(text -> "default " + text)
                .orElse("required");
        return "  " + option.key() + " — " + option.typeName() + ", " + value + "\n      " + option.help() + "\n      "
                + SettingsReader.variable(section, option.key()) + "\n";
    }

    /** Returns a default as one would write it. */
    static String shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(SettingsHelp::shown).orElse("");
        }
        return value.toString();
    }
}
