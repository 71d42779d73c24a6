package org.aepsych.core.config.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSection;

/** A section of the settings, all origins merged; nothing falls back to another section. */
final class SettingsSection implements ConfigSection {
    private final String name;
    private final Map<String, Setting> settings;

    SettingsSection(String name, Map<String, Setting> settings) {
        this.name = name;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Finds a section; without options if nobody gave any. */
    static SettingsSection named(String name, Map<String, SettingsSection> sections) {
        return sections.getOrDefault(name, new SettingsSection(name, Map.of()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> text(String key) {
        return setting(key).map(Setting::text);
    }

    @Override
    public Set<String> ownKeys() {
        return settings.keySet();
    }

    Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
