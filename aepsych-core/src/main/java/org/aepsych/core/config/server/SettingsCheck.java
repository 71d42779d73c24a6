package org.aepsych.core.config.server;

import static org.aepsych.core.config.server.SettingsReader.STORAGE_PREFIX;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.Problem;
import org.aepsych.core.config.SchemaCheck;
import org.aepsych.core.config.Suggestions;

/** Looks whether settings fit their schemas and each other. */
final class SettingsCheck {
    private final Map<String, ConfigSchema> schemas;
    private final Map<String, SettingsSection> sections;

    SettingsCheck(Map<String, ConfigSchema> schemas, Map<String, SettingsSection> sections) {
        this.schemas = schemas;
        this.sections = sections;
    }

    /**
     * Lists what is wrong.
     *
     * @param storages names of the storages there are; empty if they are not known yet
     */
    List<Problem> problems(Optional<Set<String>> storages) {
        List<Problem> problems = new ArrayList<>();
        String chosen = STORAGE_PREFIX + section("storage").get(SettingsSchemas.TYPE);
        schemas.forEach((name, schema) -> {
            SettingsSection section = section(name);
            // What another storage than the chosen one lacks does not matter.
            boolean whole = !name.startsWith(STORAGE_PREFIX) || name.equals(chosen);
            SchemaCheck.problems(section, schema, false).stream()
                    .filter(problem ->
                            whole || problem.option().flatMap(section::setting).isPresent())
                    .forEach(problem -> problems.add(withOrigin(problem, section)));
        });
        if (section("tls").get(SettingsSchemas.CERTIFICATE).isBlank()
                && !section("tls").get(SettingsSchemas.KEY).isBlank()) {
            problems.add(Problem.of("tls", "certificate", "is missing; there is only a key"));
        }
        boolean sends = !section("mail").get(SettingsSchemas.MAIL_HOST).isBlank();
        if (sends && section("mail").get(SettingsSchemas.SENDER).isBlank()) {
            problems.add(Problem.of("mail", "sender", "is missing; mails from host need an address to come from"));
        }
        storages.flatMap(this::unknownStorage).ifPresent(problems::add);
        return problems;
    }

    private static Problem withOrigin(Problem problem, SettingsSection section) {
        return problem.option()
                .flatMap(section::setting)
                .map(setting -> problem.withHint("it was given by the " + setting.origin()))
                .orElse(problem);
    }

    private Optional<Problem> unknownStorage(Set<String> storages) {
        String type = section("storage").get(SettingsSchemas.TYPE);
        if (storages.contains(type)) {
            return Optional.empty();
        }
        Problem problem = Problem.of("storage", "type", "there is no storage \"" + type + "\"");
        return Optional.of(Suggestions.hinted(problem, type, storages, "storages are " + String.join(", ", storages)));
    }

    private SettingsSection section(String name) {
        return SettingsSection.named(name, sections);
    }
}
