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
            Path folder = Files.createTempDirectory("engine");
            Path file = folder.resolve("aepsych.db");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return new SqliteStorageFactory()
                    .open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
