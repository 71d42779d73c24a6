package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.ReleasedData;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of every schema that was released are opened, and nothing in them is lost. A new schema adds its file. */
class ReleasedSchemasTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aDatabaseOfAnOlderProgramIsBroughtUpToDateWithAllRows(int version) throws IOException {
        Path file = folder.resolve("lab.db");
        try (InputStream released = ReleasedSchemasTest.class.getResourceAsStream("released/V" + version + ".db")) {
            Files.copy(Objects.requireNonNull(released), file);
        }

        try (Storage storage = open(file)) {
            ReleasedData.assertWhole(storage, version);
        }
        try (Storage again = open(file)) {
            ReleasedData.assertWhole(again, version);
        }
    }

    @Test
    void everySchemaHasItsDatabase() throws IOException {
        assertThat(MigrationFolder.versions(MigrationFolder.SQLITE))
                .allSatisfy(version -> assertThat(ReleasedSchemasTest.class.getResource("released/V" + version + ".db"))
                        .as("a database of schema %d", version)
                        .isNotNull());
    }

    private static Storage open(Path file) {
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
    }
}
