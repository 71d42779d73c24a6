package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aepsych.web.bots.AdaptiveClient;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle goes on where it was, and its log still proves itself. */
class PowerCutTest {
    private static final int TRIALS = 12;

    private static final String EXPERIMENT = """
            [common]
            parnames = [contrast]
            stimuli_per_trial = 1
            outcome_types = [binary]
            strategy_names = [explore, refine]
            seed = 20260722

            [contrast]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1

            [explore]
            generator = SobolGenerator
            min_asks = 5

            [refine]
            generator = OptimizeAcqfGenerator
            acqf = EAVC
            model = GPClassificationModel
            min_asks = 7
            """;

    @TempDir
    private Path folder;

    @Test
    void aKilledServerGoesOnWithTheSameStimuli() throws Exception {
        Path calm = folder.resolve("calm");
        Path stormy = folder.resolve("stormy");

        List<Map<String, Double>> uninterrupted = run(calm, Map.of());
        List<Map<String, Double>> interrupted = run(stormy, Map.of(3, Cut.BEFORE_ASK, 8, Cut.BEFORE_TELL));

        assertThat(uninterrupted).hasSize(TRIALS).doesNotHaveDuplicates();
        assertThat(interrupted).isEqualTo(uninterrupted);

        CommandLine verified = CommandLine.run("replay", "verify", "--data", stormy.toString());
        assertThat(verified.out()).startsWith("good").contains((1 + 2 * TRIALS) + " messages");
        assertThat(verified.exitCode()).isZero();

        CommandLine rebuilt = CommandLine.run("replay", "--rebuild", "--data", stormy.toString());
        assertThat(rebuilt.out()).startsWith("same").contains((1 + TRIALS) + " result rows");
        assertThat(rebuilt.exitCode()).isZero();

        alterOneByte(stormy.resolve("aepsych.db"), 6);
        CommandLine altered = CommandLine.run("replay", "verify", "--data", stormy.toString());
        assertThat(altered.out()).startsWith("BAD").contains("message 6 ");
        assertThat(altered.exitCode()).isOne();
    }

    private enum Cut {
        NONE,
        BEFORE_ASK,
        BEFORE_TELL
    }

    /** Asks and tells; in some trials the server is killed and started again on the same data. */
    private static List<Map<String, Double>> run(Path data, Map<Integer, Cut> cuts)
            throws IOException, InterruptedException {
        List<Map<String, Double>> presented = new ArrayList<>();
        try (Session session = new Session(data)) {
            session.client().setup(EXPERIMENT);
            for (int trial = 0; trial < TRIALS; trial++) {
                Cut cut = cuts.getOrDefault(trial, Cut.NONE);
                if (cut == Cut.BEFORE_ASK) {
                    session.cutThePower();
                }
                Map<String, Double> stimulus = session.client().ask().stimulus();
                presented.add(stimulus);
                if (cut == Cut.BEFORE_TELL) {
                    session.cutThePower();
                }
                session.client().tell(stimulus, stimulus.values().iterator().next() > 0.4 ? 1 : 0);
            }
        }
        return presented;
    }

    /** A server and a client that comes back. */
    private static final class Session implements AutoCloseable {
        private final Path data;
        private ServerProcess server;
        private AdaptiveClient client;

        Session(Path data) throws IOException, InterruptedException {
            this.data = data;
            this.server = Program.start(data, "serve");
            this.client = new AdaptiveClient("127.0.0.1", server.clientPort());
        }

        AdaptiveClient client() {
            return client;
        }

        void cutThePower() throws IOException, InterruptedException {
            server.kill();
            client.close();
            server = Program.start(data, "serve");
            client = new AdaptiveClient("127.0.0.1", server.clientPort());
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private static void alterOneByte(Path database, int sequence) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            String contents;
            try (PreparedStatement read = connection.prepareStatement(
                    "SELECT message_contents FROM replay_data WHERE master_table_id = 1 AND sequence = ?")) {
                read.setInt(1, sequence);
                ResultSet rows = read.executeQuery();
                assertThat(rows.next()).isTrue();
                contents = rows.getString(1);
            }
            int digit = contents.length() - 1;
            while (!Character.isDigit(contents.charAt(digit))) {
                digit--;
            }
            char other = contents.charAt(digit) == '7' ? '8' : '7';
            try (PreparedStatement write = connection.prepareStatement(
                    "UPDATE replay_data SET message_contents = ? WHERE master_table_id = 1 AND sequence = ?")) {
                write.setString(1, contents.substring(0, digit) + other + contents.substring(digit + 1));
                write.setInt(2, sequence);
                assertThat(write.executeUpdate()).isOne();
            }
        }
    }
}
