package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.core.plugin.PluginModule;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseOnTheMachineReadsANewDatabase() throws IOException {
        Path file = folder.resolve("lab.db");

        try (Storage storage = open(file)) {
            storage.accounts().createAdministrator("ann@example.org", "hash");
            try (var files = Files.list(folder)) {
                assertThat(files)
                        .contains(file, folder.resolve("lab.db-wal"))
                        .allSatisfy(
                                each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                                        .isEqualTo("rw-------"));
            }
        }
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
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x',"
                        + " installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");

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

    @Test
    void commitsAreOnTheDiskAndForeignKeysHold() throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve("lab.db"), Duration.ofSeconds(3));

        assertThat(pragma(file.writing(), "journal_mode")).isEqualTo("wal");
        assertThat(pragma(file.writing(), "synchronous")).isEqualTo("2");
        assertThat(pragma(file.writing(), "foreign_keys")).isEqualTo("1");
        assertThat(pragma(file.writing(), "busy_timeout")).isEqualTo("3000");
        assertThat(pragma(file.reading(), "busy_timeout")).isEqualTo("3000");
    }

    @Test
    void aReadingConnectionCannotWrite() throws SQLException {
        Path path = folder.resolve("lab.db");
        open(path).close();

        try (Connection connection =
                        new SqliteFile(path, Duration.ofSeconds(1)).reading().getConnection();
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("DELETE FROM master"))
                    .withMessageContaining("READONLY");
        }
    }

    @Test
    void anEventThatWasMadeUnreadableIsReportedAsTampering() throws SQLException {
        Path path = folder.resolve("lab.db");
        open(path).close();
        execute(path, "INSERT INTO master (experiment_id, protocol) VALUES ('x', 'adaptive')");
        execute(
                path,
                "INSERT INTO replay_data (timestamp, message_type, message_contents, master_table_id, sequence,"
                        + " version, hash) VALUES ('yesterday', 'tell', '{}', 1, 1, 1, '')");

        try (Storage storage = open(path)) {
            assertThatExceptionOfType(AepsychException.class)
                    .isThrownBy(() -> storage.events().read(new StreamId(1), 0))
                    .withMessageContaining("yesterday")
                    .extracting(AepsychException::code)
                    .isEqualTo(StandardError.LOG_TAMPERED);
        }
    }

    @Test
    void theModuleContributesTheFactoryUnderItsName() {
        assertThat(ServiceLoader.load(PluginModule.class)).hasAtLeastOneElementOfType(SqliteStorageModule.class);

        Map<String, StorageFactory> factories = Guice.createInjector(new SqliteStorageModule())
                .getInstance(Key.get(new TypeLiteral<Map<String, StorageFactory>>() {}));

        assertThat(factories).containsOnlyKeys(new SqliteStorageFactory().name());
    }

    private static String pragma(DataSource source, String name) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
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
