package org.aepsych.core.game.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.core.config.SchemaCheck;

/** Reads the options that translate others, one key for each language. */
final class TranslationReader {
    private final Inspection file;

    TranslationReader(Inspection file) {
        this.file = file;
    }

    /** Looks whether a section has all that a schema asks for; options that translate others are no unknown ones. */
    void check(ConfigSection section, ConfigSchema schema, List<ConfigOption<String>> translated) {
        file.wrong(SchemaCheck.problems(section, schema, true).stream()
                .filter(problem -> problem.option()
                        .flatMap(key -> GameOptions.language(key, translated))
                        .isEmpty())
                .toList());
    }

    OwnTexts read(Optional<ConfigSection> metadata) {
        SortedMap<String, OwnTexts.Translation> texts = new TreeMap<>();
        Set<String> languages = new HashSet<>(languages(file.common(), GameOptions.TRANSLATED));
        metadata.ifPresent(section -> languages.addAll(languages(section, GameOptions.METADATA_TRANSLATED)));
        languages.forEach(language -> texts.put(
                language,
                new OwnTexts.Translation(
                        metadata.map(section -> translated(section, GameOptions.EXPERIMENT_NAME, language))
                                .orElse(""),
                        translated(file.common(), GameOptions.INSTRUCTIONS, language),
                        translated(file.common(), GameOptions.LOTTERY, language),
                        translated(file.common(), GameOptions.CONSENT, language))));
        return new OwnTexts(texts);
    }

    private static List<String> languages(ConfigSection section, List<ConfigOption<String>> translated) {
        return section.ownKeys().stream()
                .flatMap(key -> GameOptions.language(key, translated).stream())
                .toList();
    }

    private String translated(ConfigSection section, ConfigOption<String> option, String language) {
        try {
            return section.get(GameOptions.translated(option, language));
        } catch (ConfigException e) {
            file.wrong(e.problems());
            return "";
        }
    }
}
