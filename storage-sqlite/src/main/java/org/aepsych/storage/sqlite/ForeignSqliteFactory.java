package org.aepsych.storage.sqlite;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignDatabaseFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens SQLite files of other programs. */
public final class ForeignSqliteFactory implements ForeignDatabaseFactory {
    /** First bytes of every SQLite file (file format, section 1.3.1). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Creates the factory; opening is what touches the disk. */
    @Inject
    public ForeignSqliteFactory() {}

    @Override
    public String format() {
        return "SQLite";
    }

    @Override
    public Optional<ForeignDatabase> open(Path file) {
        if (!isSqlite(file)) {
            return Optional.empty();
        }
        if (file.toString().contains("?")) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "the path of a SQLite file may not contain \"?\", but this is " + file + "; rename it first");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setExplicitReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            return Optional.of(begin(source.getConnection()));
        } catch (SQLException e) {
            throw ForeignSqlite.unreadable(e);
        }
    }

    /** One transaction from beginning to end, so that all tables are read as they were at one moment. */
    private static ForeignSqlite begin(Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            return new ForeignSqlite(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isSqlite(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
