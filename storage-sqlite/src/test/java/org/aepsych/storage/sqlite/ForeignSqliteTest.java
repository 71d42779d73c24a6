package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignSqliteTest {
    private final ForeignSqliteFactory factory = new ForeignSqliteFactory();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void createADatabase() throws SQLException {
        file = folder.resolve("other.db");
        run(
                "CREATE TABLE player (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT, weight REAL, face BLOB)",
                "CREATE TABLE \"odd \"\"name\" (x)",
                "INSERT INTO player VALUES (9007199254740993, 'ada@example.org', 0.5, x'0001'), (3, NULL, 2, NULL)");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void tablesAndColumnsAreThoseOfTheFile() {
        try (ForeignDatabase database = factory.open(file).orElseThrow()) {
            assertThat(database.tables()).containsExactly("odd \"name", "player");
            assertThat(database.columns("player")).containsExactly("email", "face", "id", "weight");
            assertThat(database.columns("nobody")).isEmpty();
            assertThat(database.rows("odd \"name")).isEmpty();
        }
    }

    @Test
    void cellsKeepTheirTypesAndEmptyOnesAreAbsent() {
        try (ForeignDatabase database = factory.open(file).orElseThrow()) {
            List<ForeignRow> rows = database.rows("player");
            ForeignRow bob = rows.get(0);
            ForeignRow ada = rows.get(1);
            assertThat(ada.whole("id")).isEqualTo(9_007_199_254_740_993L);
            assertThat(ada.text("email")).isEqualTo("ada@example.org");
            assertThat(ada.real("weight")).isEqualTo(0.5);
            assertThat(ada.bytesIfAny("face"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(0, 1));
            assertThat(bob.whole("id")).isEqualTo(3);
            assertThat(bob.textIfAny("email")).isEmpty();
            assertThat(bob.real("weight")).isEqualTo(2);
            assertThatThrownBy(() -> bob.text("email"))
                    .isInstanceOf(AepsychException.class)
                    .hasMessage("table player, column email: a row holds nothing here");
            assertThatThrownBy(() -> ada.whole("email"))
                    .isInstanceOf(AepsychException.class)
                    .hasMessage("table player, column email: expected a whole number, but found \"ada@example.org\"");
        }
    }

    @Test
    void whatIsReadStaysTheSameThoughTheOtherProgramWrites() throws SQLException {
        run("PRAGMA journal_mode = WAL");
        try (ForeignDatabase database = factory.open(file).orElseThrow()) {
            run("DELETE FROM player");
            assertThat(database.rows("player")).hasSize(2);
        }
        try (ForeignDatabase database = factory.open(file).orElseThrow()) {
            assertThat(database.rows("player")).isEmpty();
        }
    }

    @Test
    void filesOfOtherFormatsAreLeftToOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "SQLite format 2");

        assertThat(factory.open(text)).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedInASentence() throws IOException {
        Path damaged = Files.write(
                folder.resolve("damaged.db"),
                "SQLite format 3\0 and then something else".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> factory.open(damaged))
                .isInstanceOf(AepsychException.class)
                .hasMessageStartingWith("the SQLite file cannot be read: ");
        assertThatThrownBy(() -> factory.open(folder.resolve("missing.db")))
                .isInstanceOf(AepsychException.class)
                .hasMessageContaining("missing.db cannot be read");
    }
}
