package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStorageFactoryTest {
    @TempDir
    private Path folder;

    @Test
    void foldersAreCreatedAndTheNameIsTheFiles() {
        Path file = folder.resolve("a/b/lab one.db");

        try (Storage storage = open(file)) {
            assertThat(storage.displayName()).isEqualTo("lab one.db");
        }

        assertThat(file).exists();
        assertThat(folder.resolve("a/b")).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void closingLeavesOneFile() throws IOException {
        open(folder.resolve("lab.db")).close();

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("lab.db"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":memory:", "file:x", "a?b.db", "."})
    void aPathThatIsNotAFilesIsRefused(String path) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> open(Map.of("path", path)))
                .withMessageContaining("[storage.sqlite] path");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        String path = folder.resolve("lab.db").toString();

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> open(Map.of("path", path, "busy_seconds", "0")))
                .withMessageContaining("[storage.sqlite] busy_seconds");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> open(Map.of("path", path, "readers", "0")))
                .withMessageContaining("[storage.sqlite] readers");
    }

    @Test
    void aFolderThatCannotBeCreatedIsReported() throws IOException {
        Path obstacle = Files.writeString(folder.resolve("obstacle"), "");

        assertUnavailable(obstacle.resolve("lab.db"), "The folder");
    }

    @Test
    void aNewerDatabaseIsRefused() throws SQLException {
        Path file = folder.resolve("lab.db");
        open(file).close();
        execute(
                file,
                "INSERT INTO flyway_schema_history SELECT 2, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x',"
                        + " installed_on, 1, 1 FROM flyway_schema_history");

        assertUnavailable(file, "newer than this program");
    }

    @Test
    void anAlteredMigrationIsReported() throws SQLException {
        Path file = folder.resolve("lab.db");
        open(file).close();
        execute(file, "UPDATE flyway_schema_history SET checksum = 1");

        assertUnavailable(file, "could not be brought up to date");
    }

    @Test
    void somebodyElsesDatabaseIsLeftAlone() throws SQLException {
        Path file = folder.resolve("other.db");
        execute(file, "CREATE TABLE notes (text TEXT)");

        assertUnavailable(file, "choose an empty one");
    }

    @Test
    void aFileThatIsNoDatabaseIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear colleague, ".repeat(1000));

        assertUnavailable(file, "could not be brought up to date");
    }

    @Test
    void severalMayCreateTheSameFileAtTheSameTime() throws Exception {
        int openers = 4;
        CyclicBarrier start = new CyclicBarrier(openers);
        ExecutorService pool = Executors.newFixedThreadPool(openers);
        try {
            List<Future<Integer>> opening = new ArrayList<>();
            for (int i = 0; i < openers; i++) {
                opening.add(pool.submit(() -> {
                    start.await();
                    try (Storage storage = open(folder.resolve("lab.db"))) {
                        return storage.streams().list().size();
                    }
                }));
            }
            for (Future<Integer> each : opening) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isZero();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertUnavailable(Path file, String sentence) {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining(sentence)
                .extracting(AepsychException::code)
                .isEqualTo(StandardError.STORAGE_UNAVAILABLE);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Storage open(Path file) {
        return open(Map.of("path", file.toString()));
    }

    private static Storage open(Map<String, String> texts) {
        return new SqliteStorageFactory().open(new TckSection("storage.sqlite", texts));
    }
}
