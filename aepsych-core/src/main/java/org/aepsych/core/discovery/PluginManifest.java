package org.aepsych.core.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * What a jar says about itself, read before any of its classes is loaded, so that a misfit is a sentence and not a
 * {@link NoSuchMethodError}.
 *
 * @param jar the file
 * @param id name of the plugin; empty if the jar is only a library of one
 * @param version version of the plugin
 * @param api versions of the contracts that the plugin works with
 * @param services whether the jar names its plugin classes
 * @param bundled a class in the jar that belongs to the program
 */
record PluginManifest(
        Path jar,
        Optional<String> id,
        Optional<String> version,
        Optional<String> api,
        boolean services,
        Optional<String> bundled) {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    static final String ID = "Aepsych-Plugin-Id";
    static final String VERSION = "Aepsych-Plugin-Version";
    static final String API = "Aepsych-Api";

    private static final List<String> SERVICES = List.of(
            "META-INF/services/org.aepsych.api.plugin.Plugin",
            "META-INF/services/org.aepsych.core.plugin.PluginModule");
    private static final List<String> OURS = List.of("org/aepsych/api/", "org/aepsych/core/");

    /**
     * Reads a jar's own description.
     *
     * @param jar the file
     * @return the description
     * @throws IOException if the file is not a readable jar
     */
    static PluginManifest read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            return new PluginManifest(
                    jar,
                    value(attributes, ID),
                    value(attributes, VERSION),
                    value(attributes, API),
                    SERVICES.stream().anyMatch(name -> file.getEntry(name) != null),
                    file.stream()
                            .map(entry -> entry.getName())
                            .filter(name ->
                                    name.endsWith(".class") && OURS.stream().anyMatch(name::startsWith))
                            .findFirst());
        }
    }

    private static Optional<String> value(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** Returns what is wrong with the jar as the main jar of a plugin. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        id.filter(name -> !NAME.matcher(name).matches())
                .ifPresent(name -> problems.add(jar + ": " + ID + " must match " + NAME + ", but is \"" + name + "\""));
        if (version.isEmpty()) {
            problems.add(jar + ": the manifest lacks " + VERSION);
        }
        Optional<ApiRange> range = api.flatMap(ApiRange::parse);
        if (api.isEmpty()) {
            problems.add(jar + ": the manifest lacks " + API + ", such as [" + ApiVersion.CURRENT + ",1)");
        } else if (range.isEmpty()) {
            problems.add(jar + ": " + API + " must be a range such as [" + ApiVersion.CURRENT + ",1), but is \""
                    + api.get() + "\"");
        } else if (!range.get().contains(ApiVersion.CURRENT)) {
            problems.add(jar + ": is made for versions " + api.get() + " of the api, but this program has "
                    + ApiVersion.CURRENT);
        }
        if (!services) {
            problems.add(jar + ": lacks the service file " + SERVICES.get(0));
        }
        return problems;
    }

    /** Returns what is wrong with the jar as any jar of a plugin. */
    Optional<String> bundlingProblem() {
        return bundled.map(entry ->
                jar + ": holds " + entry + ", which belongs to the program; depend on aepsych-api at scope provided");
    }
}
