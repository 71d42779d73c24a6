package org.aepsych.core.adaptive.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.aepsych.core.aepsych.RecordedMessage;
import org.aepsych.core.aepsych.RecordedSession;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.PythonText;
import org.jspecify.annotations.Nullable;

/** The experiment file of a session of another program. */
final class ForeignSetup {
    private ForeignSetup() {}

    /**
     * Returns the file.
     *
     * @param session as recorded
     * @param setup its first message
     * @return the file as it was sent; or, if the server had set the experiment up by itself, as it understood it
     * @throws IllegalArgumentException if there is none
     * @throws org.aepsych.api.config.ConfigException if it is no file
     */
    static ExperimentFile file(RecordedSession session, RecordedMessage setup) {
        Optional<Json.Obj> message = setup.request()
                .flatMap(request -> request.find("message"))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast);
        Optional<String> text = message.flatMap(found -> found.find("config_str"))
                .filter(Json.Text.class::isInstance)
                .map(json -> ((Json.Text) json).value());
        Optional<Json.Obj> dict = message.flatMap(found -> found.find("config_dict"))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast);
        if (dict.isPresent()) {
            return text.isPresent()
                    ? ExperimentFile.ofDictAndText(sections(dict.get()), text.get())
                    : ExperimentFile.ofDict(sections(dict.get()));
        }
        if (text.isPresent()) {
            return ExperimentFile.parse(text.get());
        }
        return session.configuration()
                .map(ForeignSetup::understood)
                .orElseThrow(() -> new IllegalArgumentException("there is no experiment file in it"));
    }

    /** The server's own understanding of a file is already interpolated, so a dollar stands for itself. */
    private static ExperimentFile understood(Map<String, Map<String, Optional<String>>> sections) {
        Map<String, Map<String, @Nullable Object>> dict = new LinkedHashMap<>();
        sections.forEach((name, options) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            options.forEach((key, text) -> values.put(key, text.orElse(null)));
            dict.put(name, values);
        });
        return ExperimentFile.ofDict(dict);
    }

    /** Returns the request, which for an experiment that the server set up by itself is the one that would have done it. */
    static Json.Obj request(RecordedMessage setup, ExperimentFile file) {
        return setup.request()
                .orElseGet(() -> Json.Obj.empty()
                        .with("type", Json.of("setup"))
                        .with("message", Json.Obj.empty().with("config_str", Json.of(file.text()))));
    }

    private static Map<String, Map<String, @Nullable Object>> sections(Json.Obj dict) {
        Map<String, Map<String, @Nullable Object>> sections = new LinkedHashMap<>();
        dict.members().forEach((name, section) -> {
            Map<String, @Nullable Object> options = new LinkedHashMap<>();
            if (section instanceof Json.Obj object) {
                object.members().forEach((key, value) -> options.put(key, plain(value)));
            }
            sections.put(name, options);
        });
        return sections;
    }

    private static @Nullable Object plain(Json json) {
        if (json instanceof Json.Null) {
            return null;
        }
        return json instanceof Json.Arr array
                ? array.items().stream().map(PythonText::str).toList()
                : PythonText.str(json);
    }
}
