package org.aepsych.core.message;

import java.util.Map;
import java.util.Optional;
import org.aepsych.core.json.Json;

/** Answers {@code get_config}: all of the file, or one option of it. */
final class ConfigAnswer {
    private static final String SECTION = "section";
    private static final String PROPERTY = "property";

    private ConfigAnswer() {}

    static Json.Obj of(Map<String, Map<String, Optional<String>>> config, Json.Obj message) {
        Optional<String> section = name(message, SECTION);
        Optional<String> property = name(message, PROPERTY);
        if (section.isPresent() && property.isPresent()) {
            return one(config, section.get(), property.get());
        }
        if (section.isPresent()) {
            throw new RequestException("RuntimeError", "Message contains a section but not a property!");
        }
        if (property.isPresent()) {
            throw new RequestException("RuntimeError", "Message contains a property but not a section!");
        }
        Json.Obj all = Json.Obj.empty();
        for (Map.Entry<String, Map<String, Optional<String>>> entry : config.entrySet()) {
            Json.Obj options = Json.Obj.empty();
            for (Map.Entry<String, Optional<String>> option : entry.getValue().entrySet()) {
                options = options.with(option.getKey(), Answers.option(option.getValue()));
            }
            all = all.with(entry.getKey(), options);
        }
        return all;
    }

    private static Json.Obj one(Map<String, Map<String, Optional<String>>> config, String section, String property) {
        Map<String, Optional<String>> options = config.getOrDefault(section, Map.of());
        if (!config.containsKey(section)) {
            throw new RequestException("KeyError", "'" + section + "' is no section; there are " + config.keySet());
        }
        if (!options.containsKey(property)) {
            throw new RequestException(
                    "KeyError", "'" + property + "' is no option of [" + section + "]; there are " + options.keySet());
        }
        Json value = Answers.option(options.getOrDefault(property, Optional.empty()));
        return Json.Obj.empty().with(section, Json.Obj.empty().with(property, value));
    }

    private static Optional<String> name(Json.Obj message, String key) {
        return message.find(key)
                .filter(json -> !(json instanceof Json.Null))
                .map(json -> json instanceof Json.Text text ? text.value() : json.text());
    }
}
