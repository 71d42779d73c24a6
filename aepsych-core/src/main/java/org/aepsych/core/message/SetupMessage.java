package org.aepsych.core.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;
import org.jspecify.annotations.Nullable;

/** Reads the experiment file of a {@code setup}. */
final class SetupMessage {
    private static final List<String> KEYS = List.of("config_str", "config_dict", "config_fnames");

    private SetupMessage() {}

    static ExperimentFile file(Json.Obj message) {
        for (String key : message.members().keySet()) {
            if (!KEYS.contains(key)) {
                throw new RequestException(
                        "TypeError", "Config.__init__() got an unexpected keyword argument '" + key + "'");
            }
        }
        if (given(message, "config_fnames").isPresent()) {
            throw new RequestException(
                    "ValueError",
                    "config_fnames names files of the server, which clients may not read; send config_str");
        }
        Optional<String> text = given(message, "config_str").map(SetupMessage::text);
        Optional<Map<String, Map<String, @Nullable Object>>> dict =
                given(message, "config_dict").map(SetupMessage::dict);
        if (dict.isPresent()) {
            return text.isPresent()
                    ? ExperimentFile.ofDictAndText(dict.get(), text.get())
                    : ExperimentFile.ofDict(dict.get());
        }
        return ExperimentFile.parse(
                text.orElseThrow(() -> new RequestException("RuntimeError", "Missing a configure message!")));
    }

    private static Optional<Json> given(Json.Obj message, String key) {
        return message.find(key).filter(json -> !(json instanceof Json.Null));
    }

    private static String text(Json json) {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw new RequestException("TypeError", "'config_str' expects a text, but found " + json.text());
    }

    private static Map<String, Map<String, @Nullable Object>> dict(Json json) {
        Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
        object("'config_dict'", json).members().forEach((name, section) -> {
            Map<String, @Nullable Object> options = new LinkedHashMap<>();
            object("section '" + name + "'", section).members().forEach((key, value) -> options.put(key, plain(value)));
            sections.put(name, options);
        });
        return sections;
    }

    private static Json.Obj object(String what, Json json) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new RequestException("AttributeError", what + " expects an object, but found " + json.text());
    }

    private static @Nullable Object plain(Json json) {
        if (json instanceof Json.Null) {
            return null;
        } else if (json instanceof Json.Arr array) {
            return array.items().stream().map(SetupMessage::item).toList();
        } else if (json instanceof Json.Obj object) {
            return object.members();
        }
        return PythonText.str(json);
    }

    private static Object item(Json json) {
        return json instanceof Json.Arr array
                ? array.items().stream().map(SetupMessage::item).toList()
                : PythonText.str(json);
    }
}
