package org.aepsych.storage.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.StorageForTests;
import org.aepsych.tck.TckSection;

/** Runs the engine's tests over SQLite, in a file for each storage. */
public final class SqliteForTests implements StorageForTests {
    @Override
    public Storage openEmpty() {
        try {
            Path file = newFile();
            // To copy what is empty is faster than to create its tables.
            Files.copy(Empty.FILE, file);
            return open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFile() throws IOException {
        Path folder = Files.createTempDirectory("engine");
        Path file = folder.resolve("aepsych.db");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private static Storage open(Path file) {
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
    }

    private static final class Empty {
        static final Path FILE = create();

        private static Path create() {
            try {
                Path file = newFile();
                open(file).close();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
