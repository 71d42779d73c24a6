package org.aepsych.web.main.laboratory;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/** A copy of an SQLite file, so that a server can work without changing the original; deleted when it is closed. */
public final class ThrowawayCopy implements Closeable {
    /** What SQLite keeps beside the file holds commits that are not in it yet. */
    private static final List<String> PARTS = List.of("", "-wal");

    private final Path folder;
    private final Path file;

    private ThrowawayCopy(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Copies a file into a new folder.
     *
     * @param original an SQLite file
     * @return the copy
     * @throws AepsychException if there is no such file
     */
    public static ThrowawayCopy of(Path original) {
        if (!Files.isRegularFile(original)) {
            throw new AepsychException(
                    StandardError.CONFIG_INVALID,
                    "--read-only needs a database that exists, but there is no " + original);
        }
        try {
            Path folder = Files.createTempDirectory("aepsych-read-only");
            for (String part : PARTS) {
                Path source = original.resolveSibling(original.getFileName() + part);
                if (Files.exists(source)) {
                    Files.copy(source, folder.resolve(source.getFileName()));
                }
            }
            return new ThrowawayCopy(folder, folder.resolve(original.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + original, e);
        }
    }

    /**
     * Returns where the copy is.
     *
     * @return the file
     */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /**
     * Deletes a folder with everything in it; does nothing if there is none.
     *
     * @param folder which
     * @throws IOException if something in it cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
