package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.json.Json;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes down in the middle of an experiment, with the real strategies on a real file. */
@OnEveryStorage
class RestartTest {
    private static final int TRIALS = 9;
    private static final int FIRST_MODEL_TRIAL = 5;

    @TempDir
    private Path folder;

    @Test
    void theNextStimulusAfterARestartHasTheSameBits() throws Exception {
        List<String> undisturbed = run(folder.resolve("undisturbed.db"), TRIALS);

        assertThat(undisturbed).hasSize(TRIALS).doesNotHaveDuplicates();
        assertThat(run(folder.resolve("early.db"), 2)).isEqualTo(undisturbed);
        assertThat(run(folder.resolve("late.db"), FIRST_MODEL_TRIAL + 2)).isEqualTo(undisturbed);
    }

    /** Runs an experiment and restarts the server, without its snapshots, after some trials. */
    private static List<String> run(Path file, int restartAfter) throws Exception {
        List<String> asked = new ArrayList<>();
        AdaptiveServer server = new AdaptiveServer(file);
        try {
            SocketClient client = new SocketClient(server.address());
            Path definition =
                    Path.of(Objects.requireNonNull(RestartTest.class.getResource("/adaptive/two-parameters.ini"))
                            .toURI());
            assertThat(client.setup(definition).text()).isEqualTo("{\"strat_id\": 0}");
            for (int trial = 0; trial < TRIALS; trial++) {
                if (trial == restartAfter) {
                    client.close();
                    server.storage().snapshots().deleteAll(new StreamId(1));
                    server.close();
                    server = new AdaptiveServer(file);
                    client = new SocketClient(server.address());
                }
                asked.add(trial(client, trial));
            }
            client.close();
            assertThat(server.replay().verify(new StreamId(1)).problem()).isEmpty();
        } finally {
            server.close();
        }
        return asked;
    }

    private static String trial(SocketClient client, int number) throws IOException {
        Json.Obj answer = client.ask();
        Json config = answer.find("config").orElseThrow(() -> new AssertionError(answer.text()));
        assertThat(client.tell(config, number % 3 == 1 ? 1 : 0).text())
                .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        return answer.text();
    }
}
