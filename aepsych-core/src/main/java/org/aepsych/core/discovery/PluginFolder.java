package org.aepsych.core.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The jars of one plugin: a sub-folder of the plugin folder.
 *
 * @param main the jar that describes the plugin
 * @param jars all jars, the main one included
 */
record PluginFolder(PluginManifest main, List<Path> jars) {

    /** Returns the plugin's id. */
    String id() {
        return main.id().orElseThrow();
    }

    /**
     * Reads the plugin folder.
     *
     * @param root the folder; none of that name means no plugins
     * @param problems where to add what is wrong
     * @return the plugins whose jars are in order, by the name of their folder
     */
    static List<PluginFolder> in(Path root, List<String> problems) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        list(root, PluginFolder::isJar, problems)
                .forEach(jar -> problems.add(jar + ": put it into a folder of its own below " + root));
        List<PluginFolder> folders = new ArrayList<>();
        for (Path folder : list(root, Files::isDirectory, problems)) {
            read(folder, problems).ifPresent(folders::add);
        }
        return folders;
    }

    private static Optional<PluginFolder> read(Path folder, List<String> problems) {
        List<String> found = new ArrayList<>();
        List<Path> jars = list(folder, PluginFolder::isJar, found);
        List<PluginManifest> described = new ArrayList<>();
        for (Path jar : jars) {
            try {
                PluginManifest manifest = PluginManifest.read(jar);
                manifest.bundlingProblem().ifPresent(found::add);
                if (manifest.id().isPresent()) {
                    described.add(manifest);
                }
            } catch (IOException e) {
                found.add(jar + ": is not a readable jar (" + e.getMessage() + ")");
            }
        }
        if (described.isEmpty() && found.isEmpty()) {
            found.add(folder + ": none of its jars has " + PluginManifest.ID + " in the manifest");
        } else if (described.size() > 1) {
            found.add(folder + ": holds more than one plugin: "
                    + described.stream().map(PluginManifest::jar).toList());
        }
        described.forEach(manifest -> found.addAll(manifest.problems()));
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(new PluginFolder(described.get(0), jars)) : Optional.empty();
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted, List<String> problems) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            problems.add(folder + ": cannot be read (" + e + ")");
            return List.of();
        }
    }
}
