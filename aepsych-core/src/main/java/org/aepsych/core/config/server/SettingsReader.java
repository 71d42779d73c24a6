package org.aepsych.core.config.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.Suggestions;
import org.aepsych.core.secret.SealingKeys;
import org.jspecify.annotations.Nullable;

/** Collects the settings of all origins, and refuses what no schema knows. */
final class SettingsReader {
    static final String STORAGE_PREFIX = "storage.";
    static final String FILE_NAME = "aepsych.ini";
    /** Names the settings file itself. */
    static final String FILE_VARIABLE = "AEPSYCH_CONFIG";

    private static final String VARIABLE_PREFIX = "AEPSYCH_";
    /** More names than a sentence should hold. */
    private static final int MANY = 10;
    /** What the launcher script understands, and what is too secret for a setting. */
    private static final Set<String> NOT_SETTINGS =
            Set.of(FILE_VARIABLE, SealingKeys.VARIABLE, "AEPSYCH_HOME", "AEPSYCH_JAVA_OPTS");

    private final Map<String, ConfigSchema> schemas;
    private final boolean storagesKnown;
    private final List<Problem> problems;
    private final Map<String, Map<String, Setting>> sections = new LinkedHashMap<>();

    /**
     * A reader for one set of settings.
     *
     * @param schemas what the sections may hold
     * @param storagesKnown whether the schemas include those of the storages; if not, their sections are not judged
     * @param problems where to add what is wrong
     */
    SettingsReader(Map<String, ConfigSchema> schemas, boolean storagesKnown, List<Problem> problems) {
        this.schemas = schemas;
        this.storagesKnown = storagesKnown;
        this.problems = problems;
    }

    private record Place(String section, String key) {}

    /** Returns the environment variable for an option. */
    static String variable(String section, String key) {
        return VARIABLE_PREFIX
                + (section + "_" + key).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns the file to read: the given one, the one that the environment names, or the one in the data folder. */
    static Optional<Path> file(Optional<Path> given, Map<String, String> environment, Map<String, String> flags) {
        Optional<Path> named =
                given.or(() -> nonEmpty(environment.get(FILE_VARIABLE)).map(Path::of));
        if (named.isPresent()) {
            return named;
        }
        String data = nonEmpty(flags.get("server.data"))
                .or(() -> nonEmpty(environment.get(variable("server", "data"))))
                .orElse("data");
        return Optional.of(Path.of(data).resolve(FILE_NAME)).filter(Files::exists);
    }

    private static Optional<String> nonEmpty(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    /** Merges all origins; later ones override. */
    Map<String, SettingsSection> read(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        file.ifPresent(path -> add(Origin.FILE, known(SettingsFile.read(path, problems))));
        add(Origin.ENVIRONMENT, fromEnvironment(environment));
        add(Origin.FLAG, fromFlags(flags));
        Map<String, SettingsSection> merged = new LinkedHashMap<>();
        schemas.keySet().forEach(name -> merged.put(name, new SettingsSection(name, Map.of())));
        sections.forEach((name, settings) -> merged.put(name, new SettingsSection(name, settings)));
        return merged;
    }

    private void add(Origin origin, Map<String, Map<String, String>> given) {
        expandUrl(origin, given);
        given.forEach((section, options) ->
                options.forEach((key, text) -> sections.computeIfAbsent(section, missing -> new LinkedHashMap<>())
                        .put(key, new Setting(text, origin))));
    }

    /** Lets the shortcut say what it stands for, with the rank of the origin that gave it. */
    private void expandUrl(Origin origin, Map<String, Map<String, String>> given) {
        Map<String, String> storage = given.getOrDefault("storage", Map.of());
        Optional<String> url = nonEmpty(storage.get("url"));
        if (url.isEmpty()) {
            return;
        }
        Optional<StorageUrl> meant = StorageUrl.of(url.get().trim());
        String type = meant.map(StorageUrl::type).orElse("");
        if (meant.isEmpty()) {
            problems.add(
                    said(origin, "storage", "url", "expected jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE"));
        } else if (!storage.getOrDefault("type", type).equals(type)) {
            problems.add(
                    said(origin, "storage", "url", "is for storage " + type + ", but type is " + storage.get("type")));
        } else {
            storage.put("type", type);
            Map<String, String> options =
                    given.computeIfAbsent(STORAGE_PREFIX + type, missing -> new LinkedHashMap<>());
            meant.get().options().forEach((key, text) -> {
                String other = options.put(key, text);
                if (other != null && !other.equals(text)) {
                    problems.add(said(origin, STORAGE_PREFIX + type, key, "differs from what [storage] url says"));
                }
            });
        }
    }

    private Map<String, Map<String, String>> known(Map<String, Map<String, String>> given) {
        Map<String, Map<String, String>> kept = new LinkedHashMap<>();
        given.forEach((section, options) -> {
            if (notJudged(section)) {
                kept.put(section, new LinkedHashMap<>(options));
            } else if (!schemas.containsKey(section)) {
                problems.add(hinted(
                        Problem.of(section, "is not a section of the settings"),
                        section,
                        List.copyOf(schemas.keySet())));
            } else {
                options.forEach((key, text) -> keep(Origin.FILE, section, key, text, kept));
            }
        });
        return kept;
    }

    private Map<String, Map<String, String>> fromEnvironment(Map<String, String> environment) {
        Map<String, Place> variables = new TreeMap<>();
        schemas.forEach((section, schema) -> schema.options()
                .forEach(option -> variables.put(variable(section, option.key()), new Place(section, option.key()))));
        Map<String, Map<String, String>> kept = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((name, text) -> {
            Place place = variables.get(name);
            if (!name.startsWith(VARIABLE_PREFIX) || NOT_SETTINGS.contains(name) || text.isBlank()) {
                return;
            }
            if (place != null) {
                kept.computeIfAbsent(place.section(), missing -> new LinkedHashMap<>())
                        .put(place.key(), text);
            } else if (storagesKnown || !name.startsWith(variable("storage", ""))) {
                problems.add(hinted(
                        Problem.ofFile("the environment variable " + name + " is not a setting"),
                        name,
                        List.copyOf(variables.keySet())));
            }
        });
        return kept;
    }

    private Map<String, Map<String, String>> fromFlags(Map<String, String> flags) {
        Map<String, Map<String, String>> kept = new LinkedHashMap<>();
        new TreeMap<>(flags).forEach((name, text) -> {
            int dot = name.lastIndexOf('.');
            String section = dot < 0 ? "" : name.substring(0, dot);
            String key = name.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (notJudged(section)) {
                kept.computeIfAbsent(section, missing -> new LinkedHashMap<>()).put(key, text);
            } else if (!schemas.containsKey(section)) {
                problems.add(hinted(Problem.ofFile("the flag " + name + " is not a setting"), name, allNames()));
            } else {
                keep(Origin.FLAG, section, key, text, kept);
            }
        });
        return kept;
    }

    private void keep(Origin origin, String section, String key, String text, Map<String, Map<String, String>> kept) {
        ConfigSchema schema = Optional.ofNullable(schemas.get(section)).orElseThrow();
        if (schema.option(key).isPresent()) {
            kept.computeIfAbsent(section, missing -> new LinkedHashMap<>()).put(key, text);
        } else {
            problems.add(hinted(
                    said(origin, section, key, "is not an option of this section"),
                    key,
                    schema.options().stream().map(ConfigOption::key).toList()));
        }
    }

    private boolean notJudged(String section) {
        return !storagesKnown && section.startsWith(STORAGE_PREFIX);
    }

    private List<String> allNames() {
        List<String> names = new ArrayList<>();
        schemas.forEach(
                (section, schema) -> schema.options().forEach(option -> names.add(section + "." + option.key())));
        return names;
    }

    private static Problem said(Origin origin, String section, String key, String message) {
        return Problem.of(section, key, message + " (given by the " + origin + ")");
    }

    private static Problem hinted(Problem problem, String wrong, List<String> known) {
        return Suggestions.hinted(
                problem,
                wrong,
                known,
                known.size() > MANY ? "see --help-config" : "known are " + String.join(", ", known));
    }
}
