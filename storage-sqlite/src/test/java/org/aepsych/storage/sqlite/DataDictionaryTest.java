package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that explains the database says what the database is; {@code -Ddictionary=update} writes it again. */
class DataDictionaryTest {
    private static final Path PAGE = Path.of("..", "docs", "database.md");

    @TempDir
    private Path folder;

    @Test
    void thePageSaysWhatTheMigrationsSay() throws IOException, SQLException {
        Path file = folder.resolve("live.db");
        new SqliteStorageFactory()
                .open(new TckSection("storage.sqlite", Map.of("path", file.toString())))
                .close();
        String text;
        try (Connection live = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            text = new DataDictionary(MigrationFolder.comments(MigrationFolder.SQLITE), live).text();
        }
        if ("update".equals(System.getProperty("dictionary"))) {
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE))
                .as("run this test with -Ddictionary=update and commit the page")
                .isEqualTo(text);
    }
}
