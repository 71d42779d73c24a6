package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aepsych.core.json.Json;
import org.aepsych.web.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./aepsych replay} on what a client left in a database. */
class ReplayCommandTest {
    @TempDir
    private Path data;

    @BeforeEach
    void record() throws Exception {
        try (AdaptiveServer server = new AdaptiveServer(data.resolve("aepsych.db"));
                SocketClient client = new SocketClient(server.address())) {
            client.setup(
                    Path.of(Objects.requireNonNull(ReplayCommandTest.class.getResource("/adaptive/two-parameters.ini"))
                            .toURI()));
            for (int trial = 0; trial < 3; trial++) {
                Json config = client.ask().find("config").orElseThrow();
                client.tell(config, trial % 2);
            }
        }
    }

    private record Printed(int exitCode, String out, String err) {}

    private Printed replay(String... arguments) {
        List<String> line = new ArrayList<>(List.of("replay"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line.toArray(new String[0]));
        return new Printed(exitCode, out.toString(), err.toString());
    }

    @Test
    void aLogIsRunMessageByMessageToWhereverOneWants() {
        for (List<String> how : List.of(List.of("1"), List.of("run", "1", "--skip-computations"))) {
            Printed run = replay(how.toArray(new String[0]));
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("1  2", "  setup", "      7  2", "7 messages, all good", "after 3 trials");
        }
        Printed part = replay("run", "1", "--to", "3");
        assertThat(part.out())
                .contains("3 messages, all good", "after 1 trials")
                .doesNotContain("      4  2");
    }

    @Test
    void anExperimentGoesAnotherWayFromAMessageOn() {
        Printed fork = replay("1", "--to", "5", "--fork");

        assertThat(fork.exitCode()).as(fork.err()).isZero();
        assertThat(fork.out()).contains("log 2 (strat_id 1) begins like log 1 up to message 5", "--replay 2 --resume");
        assertThat(replay("verify").out().lines()).hasSize(2).allMatch(line -> line.startsWith("good"));
    }

    @Test
    void whatCannotBeDoneIsAnsweredWithWhatCan() {
        assertThat(replay("1", "--fork").err()).contains("replay ID --to N --fork");
        assertThat(replay("verify", "--to", "3").err()).contains("expected one of");
        assertThat(replay("9", "--to", "3", "--fork").err()).contains("no adaptive log \"9\"");
        assertThat(replay("run", "9").err()).contains("there is no log \"9\"");
        assertThat(replay("1", "--to", "99", "--fork").err()).contains("messages 1 to 7");
    }
}
