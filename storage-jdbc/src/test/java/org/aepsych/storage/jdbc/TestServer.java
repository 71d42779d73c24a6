package org.aepsych.storage.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.TckSection;

/** A real PostgreSQL, started once for all tests and stopped with the virtual machine. */
final class TestServer {
    static final TestServer RUNNING = new TestServer();

    private final EmbeddedPostgres server;

    private TestServer() {
        try {
            // Nothing here has to survive a power cut, and waiting for the disk is most of the time otherwise.
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
    }

    Storage open(String schema) {
        return open(Map.of("schema", schema));
    }

    Storage open(Map<String, String> options) {
        Map<String, String> texts = new HashMap<>(Map.of("url", url(), "user", "postgres", "connections", "3"));
        texts.putAll(options);
        return new PostgresStorageFactory().open(new TckSection("storage.postgresql", texts));
    }

    /** Takes everything out of a schema; every other table refers to one of these. */
    void empty(String schema) throws SQLException {
        execute("TRUNCATE %1$s.master, %1$s.admin, %1$s.audit RESTART IDENTITY CASCADE".formatted(schema));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the rows of a query, their columns joined by blanks. */
    List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(" ", values));
            }
        }
        return found;
    }
}
