package org.aepsych.examples.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Makes database files as gamelab writes them. */
final class GamelabFile {
    private GamelabFile() {}

    /** Writes the run that gamelab's own program recorded, and then changes it. */
    static Path golden(Path folder, String... changes) {
        Path file = folder.resolve("gamelab.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : script().split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql);
                }
            }
            for (String change : changes) {
                if (statement.executeUpdate(change) < 1) {
                    throw new IllegalArgumentException("changes nothing: " + change);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private static String script() {
        try (var in = Objects.requireNonNull(GamelabFile.class.getResourceAsStream("/gamelab/golden.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
