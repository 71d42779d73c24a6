package org.aepsych.web.main.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.database.StreamCopies;
import org.aepsych.web.main.console.Console;

/** Copies all databases of a folder into a new one, in the order of their paths. */
final class Combination {
    private final Console console;
    private final DatabaseFiles files;

    Combination(Console console, DatabaseFiles files) {
        this.console = console;
        this.files = files;
    }

    /** Combines; returns 1 if something could not be copied. */
    int combine(Path folder, List<Path> exclude, Path out) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "--combine: there is no folder " + folder + ".");
        }
        Storage target = files.create(out);
        List<Path> found = found(folder, exclude, out);
        console.out().println("Found " + found.size() + " dbs to combine.");
        StreamCopies copies = new StreamCopies(target);
        List<String> problems = new ArrayList<>();
        int sessions = 0;
        for (Path file : found) {
            console.out().println("Adding " + file + " to " + out);
            try {
                DatabaseFiles.Opened opened = files.read(file);
                opened.notes().forEach(note -> console.out().println("  note: " + note));
                StreamCopies.Copied copied = copies.copyAll(opened.storage(), file.toString());
                sessions += copied.copied();
                problems.addAll(copied.refused());
                if (copied.present() > 0) {
                    console.out().println("  " + copied.present() + " experiments were there already");
                }
            } catch (AepsychException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        console.out()
                .println("Combined " + sessions + " experiment sessions of " + found.size() + " files into " + out);
        problems.forEach(problem -> console.err().println("aepsych: not copied: " + problem));
        return problems.isEmpty() ? 0 : 1;
    }

    private static List<Path> found(Path folder, List<Path> exclude, Path out) throws IOException {
        Set<Path> left = exclude.stream().map(Combination::absolute).collect(Collectors.toSet());
        left.add(absolute(out));
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".db"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !left.contains(absolute(file)))
                    .sorted()
                    .toList();
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
