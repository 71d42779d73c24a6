package org.aepsych.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.storage.jdbc.SchemaComments;
import org.aepsych.storage.jdbc.SchemaComments.TableComment;
import org.aepsych.tck.TckSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void everyTableAndColumnHasAComment() throws IOException, SQLException {
        Map<String, TableComment> described =
                MigrationFolder.comments(MigrationFolder.SQLITE).tables();

        Map<String, List<String>> columns = new LinkedHashMap<>();
        described.forEach(
                (name, table) -> columns.put(name, List.copyOf(table.columns().keySet())));
        assertThat(columns).hasSizeGreaterThan(20).containsExactlyInAnyOrderEntriesOf(tables("table"));
        assertThat(described.values()).allSatisfy(table -> {
            assertThat(table.text()).isNotBlank();
            assertThat(table.columns().values())
                    .allSatisfy(comment -> assertThat(comment).isNotBlank());
        });
    }

    @Test
    void bothDialectsHaveTheSameTablesAndSayTheSameOfThem() throws IOException {
        SchemaComments sqlite = MigrationFolder.comments(MigrationFolder.SQLITE);
        SchemaComments postgresql = MigrationFolder.comments(MigrationFolder.POSTGRESQL);

        assertThat(sqlite.tables()).isEqualTo(postgresql.tables());
    }

    @Test
    void everyColumnOfTheSeedsExists() throws SQLException {
        Map<String, List<String>> columns = tables("table");
        columns.putAll(tables("view"));

        assertThat(columns).containsKeys(Seeds.COLUMNS.keySet().toArray(String[]::new));
        Seeds.COLUMNS.forEach(
                (table, names) -> assertThat(columns.get(table)).as(table).contains(names.split(" ", -1)));
    }

    @Test
    void gamelabsTablesNameTheirStream() throws SQLException {
        Map<String, List<String>> columns = tables("table");

        assertThat(List.of(
                        "experiment",
                        "game",
                        "choice",
                        "gameplay",
                        "past",
                        "payoff",
                        "lottery",
                        "winner",
                        "player",
                        "questionnaire"))
                .allSatisfy(table -> assertThat(columns.get(table)).contains("master_table_id"));
    }

    /** Returns the columns of each table or view of a new storage. */
    private Map<String, List<String>> tables(String type) throws SQLException {
        Path file = folder.resolve(type + ".db");
        new SqliteStorageFactory()
                .open(new TckSection("storage.sqlite", Map.of("path", file.toString())))
                .close();
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                                + " WHERE m.type = '" + type + "' AND m.name NOT LIKE 'flyway%'"
                                + " AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return tables;
    }
}
