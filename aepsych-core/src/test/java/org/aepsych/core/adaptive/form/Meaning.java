package org.aepsych.core.adaptive.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aepsych.core.config.ExperimentFile;

/** What a file says: each section with its options, without how they are laid out. */
final class Meaning {
    /** What holds without them, too. */
    private static final List<String> UNTICKED = List.of("log_scale", "feedback", "fullscreen", "listed");

    private Meaning() {}

    static Map<String, Map<String, String>> of(String text) {
        Map<String, Map<String, String>> meaning = new TreeMap<>();
        ExperimentFile.parse(text).modern().flattened().forEach((section, options) -> {
            Map<String, String> said = new TreeMap<>();
            options.forEach((key, value) -> said.put(key, plain(key, value)));
            UNTICKED.forEach(key -> said.remove(key, "false"));
            meaning.put(section, said);
        });
        return meaning;
    }

    private static String plain(String key, Optional<String> value) {
        if (value.isEmpty()) {
            return "(no value)";
        }
        String text = value.get().strip();
        return switch (key) {
            case "outcome_types", "par_type" -> text.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            case "parnames", "choices", "strategy_names" -> text.replaceAll("\\s", "");
            case "log_scale", "feedback", "fullscreen", "listed", "calibration" ->
                text.toLowerCase(Locale.ROOT).matches("1|yes|true|on") ? "true" : "false";
            default -> text.startsWith("[") ? text.replaceAll("\\s*,\\s*", ", ").replaceAll(", ]$", "]") : text;
        };
    }
}
