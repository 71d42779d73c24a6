package org.aepsych.examples.adaptive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.storage.Storage;
import org.aepsych.examples.system.Postgres;
import org.aepsych.storage.jdbc.PostgresStorageFactory;
import org.aepsych.storage.sqlite.SqliteStorageFactory;
import org.aepsych.tck.TckSection;

/** The storage of a test: an SQLite file, or with {@code -Dtest.storage=postgresql} a PostgreSQL database in its place. */
final class TestStorage {
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    private TestStorage() {}

    /** Opens a storage; the same file has the same data. */
    static Storage open(Path file) {
        if (!System.getProperty("test.storage", "sqlite").equals("postgresql")) {
            return new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
        }
        String url = DATABASES.computeIfAbsent(file, TestStorage::database);
        return new PostgresStorageFactory()
                .open(new TckSection(
                        "storage.postgresql",
                        Map.of("url", url.replaceFirst("\\?.*", ""), "user", "postgres", "connections", "4")));
    }

    private static String database(Path file) {
        try {
            return Postgres.newDatabase("adaptive_" + Integer.toUnsignedString(file.hashCode()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
