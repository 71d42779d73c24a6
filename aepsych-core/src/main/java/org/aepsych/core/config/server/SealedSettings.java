package org.aepsych.core.config.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.core.secret.SecretBox;

/** Opens secret settings that were sealed with {@code ./aepsych secret seal SECTION.OPTION}. */
final class SealedSettings {
    private final SecretBox box;
    private final List<Problem> problems;

    /**
     * Opens settings.
     *
     * @param box opens
     * @param problems where to add what cannot be opened
     */
    SealedSettings(SecretBox box, List<Problem> problems) {
        this.box = box;
        this.problems = problems;
    }

    /** Returns the sections with their secret options opened. */
    Map<String, SettingsSection> opened(Map<String, SettingsSection> sections, Map<String, ConfigSchema> schemas) {
        Map<String, SettingsSection> opened = new LinkedHashMap<>();
        sections.forEach((name, section) -> opened.put(
                name,
                Optional.ofNullable(schemas.get(name))
                        .map(schema -> opened(section, schema))
                        .orElse(section)));
        return opened;
    }

    private SettingsSection opened(SettingsSection section, ConfigSchema schema) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (String key : section.ownKeys()) {
            section.setting(key).ifPresent(setting -> {
                boolean secret = schema.option(key).filter(ConfigOption::secret).isPresent();
                settings.put(
                        key, secret && SecretBox.isSealed(setting.text()) ? opened(section, key, setting) : setting);
            });
        }
        return new SettingsSection(section.name(), settings);
    }

    private Setting opened(SettingsSection section, String key, Setting setting) {
        try {
            return new Setting(box.open(section.name() + "." + key, setting.text()), setting.origin());
        } catch (AepsychException e) {
            problems.add(Problem.of(section.name(), key, String.valueOf(e.getMessage())));
            return setting;
        }
    }
}
