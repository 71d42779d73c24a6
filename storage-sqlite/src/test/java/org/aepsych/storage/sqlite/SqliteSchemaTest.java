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
    /** Every table and column that the seed documents name. */
    private static final Map<String, String> SEEDS = Map.ofEntries(
            Map.entry(
                    "master",
                    "unique_id experiment_name experiment_description experiment_id participant_id extra_metadata"),
            Map.entry("replay_data", "unique_id timestamp message_type message_contents extra_info master_table_id"),
            Map.entry("strat_data", "unique_id timestamp strat master_table_id"),
            Map.entry("config", "unique_id timestamp config master_table_id"),
            Map.entry("config_data", "unique_id timestamp config master_table_id"),
            Map.entry("raw_data", "unique_id timestamp model_data extra_data master_table_id"),
            Map.entry("param_data", "unique_id param_name param_value iteration_id"),
            Map.entry("outcome_data", "unique_id outcome_name outcome_value iteration_id"),
            Map.entry("admin", "email hash id isset"),
            Map.entry("choice", "created gameid id playerid round sessid strats stratsz"),
            Map.entry(
                    "experiment",
                    "autoadd autoaddpreserve awsaccesskey awsconvert awsdesc awserror awskeys awslocale awsname"
                            + " awsreward awssandbox awssecretkey awswhitappr awsworkers awswpctappr flags history"
                            + " hitid id instr loginuri lottery minutes playermax prounds questionnaire round"
                            + " roundbegan roundmin roundpct roundpid rounds start state total"),
            Map.entry("game", "id name p1 p2 payoffs"),
            Map.entry("gameplay", "choices id playerid round"),
            Map.entry("lottery", "aggrpayoff aggrtickets curpayoff id playerid round"),
            Map.entry("past", "currentsp1 currentsp2 gameid id plays round roundcount skip"),
            Map.entry("payoff", "gameid id payoff playerid round"),
            Map.entry(
                    "player",
                    "answer assignmentid autoadd email enabled finalrank finalscore hash hitid id instr joined"
                            + " mturkdone role rseed state version"),
            Map.entry("questionnaire", "first id playerid rank tries"),
            Map.entry("sess", "cookie created id playerid useragent"),
            Map.entry("smtp", "email id isset pass server user"),
            Map.entry("winner", "id playerid rnum winner winrank"));

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

        assertThat(columns).containsKeys(SEEDS.keySet().toArray(String[]::new));
        SEEDS.forEach((table, names) -> assertThat(columns.get(table)).as(table).contains(names.split(" ", -1)));
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
