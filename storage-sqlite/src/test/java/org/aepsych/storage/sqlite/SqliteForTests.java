package org.aepsych.storage.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.StorageForTests;
import org.aepsych.tck.TckSection;

/** Runs the engine's tests over SQLite, in a file for each storage. */
public final class SqliteForTests implements StorageForTests {
    private static final Map<Storage, Path> FILES = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public Storage openEmpty() {
        try {
            Path folder = Files.createTempDirectory("engine");
            Path file = folder.resolve("aepsych.db");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Storage storage =
                    new SqliteStorageFactory().open(new TckSection("storage.sqlite", Map.of("path", file.toString())));
            FILES.put(storage, file);
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connection is not one of the storage's, so foreign keys do not prescribe an order. */
    @Override
    public void empty(Storage storage) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + FILES.get(storage));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : tables(statement)) {
                statement.executeUpdate("DELETE FROM \"" + table + "\"");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>(List.of("sqlite_sequence"));
        try (ResultSet found = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'"
                + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }
}
