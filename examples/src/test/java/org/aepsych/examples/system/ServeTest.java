package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as somebody starts it who has started AEPsych's until now: with its options, and for one client. */
class ServeTest {
    private static final String EXPERIMENT = """
            [common]
            parnames = [contrast]
            outcome_types = [binary]
            strategy_names = [spread]
            [metadata]
            experiment_name = from a file
            participant_id = P07
            [contrast]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [spread]
            generator = SobolGenerator
            min_asks = 2
            """;

    @TempDir
    private Path folder;

    @Test
    void aServerForASingleClientEndsWithItsGoodbyeAndALaterOneOnACopyKeepsNothing() throws Exception {
        Path database = folder.resolve("databases").resolve("lab.db");
        Path file = Files.writeString(folder.resolve("experiment.ini"), EXPERIMENT);
        forASingleClient(database, file);
        onACopy(database);

        CommandLine summary = CommandLine.run("db", "--db", database.toString(), "--summarize");
        assertThat(summary.out()).contains("from a file", "P07");
        assertThat(summary.out().lines().filter(line -> line.contains("P07"))).hasSize(1);
    }

    private void forASingleClient(Path database, Path file) throws IOException, InterruptedException {
        Path logs = folder.resolve("the logs");
        try (ServerProcess server = Program.start(
                        folder.resolve("data"),
                        "serve",
                        "--single",
                        "--ip=127.0.0.1",
                        "-s",
                        file.toString(),
                        "--db=" + database,
                        "--logs=" + logs);
                AdaptiveClient client = new AdaptiveClient("127.0.0.1", server.clientPort())) {
            assertThat(client.send("info", "").required("db_name").stringValue())
                    .isEqualTo("lab.db");
            client.tell(client.ask().stimulus(), 1);
            assertThat(client.send("exit", "")).hasToString("{\"termination_type\":\"Terminate\",\"success\":true}");
            assertThatExceptionOfType(IOException.class).isThrownBy(client::ask);
            assertThat(server.awaitEnd()).isZero();
        }
        assertThat(logs.resolve("aepsych_server.log")).isNotEmptyFile();
    }

    private void onACopy(Path database) throws IOException, InterruptedException {
        byte[] before = Files.readAllBytes(database);
        try (ServerProcess server = Program.start(folder.resolve("copy"), "serve", "--read-only", "--db=" + database)) {
            try (AdaptiveClient first = new AdaptiveClient("127.0.0.1", server.clientPort())) {
                assertThat(first.setup(EXPERIMENT)).isOne();
                first.tell(first.ask().stimulus(), 0);
                var unused = first.send("exit", "");
            }
            try (AdaptiveClient second = new AdaptiveClient("127.0.0.1", server.clientPort())) {
                assertThat(second.send("resume", Map.of("strat_id", 0))).hasToString("{\"strat_id\":0}");
                assertThat(second.send("info", "")
                                .required("current_strat_data_pts")
                                .intValue())
                        .isOne();
            }
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(database).hasBinaryContent(before);
    }
}
