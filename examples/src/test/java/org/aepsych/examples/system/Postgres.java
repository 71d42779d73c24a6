package org.aepsych.examples.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL, started once for all tests of this module and stopped with the virtual machine. */
public final class Postgres {
    private static final Postgres RUNNING = new Postgres();

    private final EmbeddedPostgres server;

    private Postgres() {
        try {
            // Nothing here has to survive a power cut of the machine; killed processes lose nothing without fsync.
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of its programs. */
    static Path programs() throws SQLException {
        try (Connection connection = RUNNING.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            found.next();
            return Path.of(found.getString(1));
        }
    }

    /**
     * Makes a database.
     *
     * @param name unique among the tests
     * @return the address of a new, empty database
     */
    public static String newDatabase(String name) throws SQLException {
        try (Connection connection = RUNNING.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return RUNNING.server.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "") + "?user=postgres";
    }
}
