package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.json.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The adaptive experiments in examples/experiments, each run to its end twice, once with a restart in between. */
class ExampleFilesTest {
    private static final Path EXPERIMENTS = Path.of("experiments");
    private static final int MOST_TRIALS = 60;

    @TempDir
    private Path folder;

    static Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(EXPERIMENTS)) {
            return all
                    .filter(ExampleFilesTest::builtin)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Tells whether a file is an adaptive experiment that needs neither plugin nor browser. */
    private static boolean builtin(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("strategy_names")
                    && !text.contains("[presentation]")
                    && !file.endsWith("staircase.ini");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theSameSeedGivesTheSameStimuliToTheEndAlsoAfterARestart(String name) throws Exception {
        // Shorter than for participants, and with a seed.
        String text = Files.readString(EXPERIMENTS.resolve(name))
                .replaceAll("(?m)^min_asks = \\d+", "min_asks = 5")
                .replace("[common]", "[common]\nseed = 7\nsamps = 60\nrestarts = 3");
        Path file = Files.writeString(folder.resolve(name), text);
        List<String> undisturbed = run(file, folder.resolve("undisturbed.db"), -1);
        assertThat(undisturbed).hasSizeGreaterThanOrEqualTo(9);
        assertThat(run(file, folder.resolve("restarted.db"), 7)).isEqualTo(undisturbed);
    }

    private static List<String> run(Path definition, Path database, int restartAfter) throws Exception {
        List<String> asked = new ArrayList<>();
        AdaptiveServer server = new AdaptiveServer(database);
        try {
            SocketClient client = new SocketClient(server.address());
            assertThat(client.setup(definition).text()).isEqualTo("{\"strat_id\": 0}");
            boolean finished = false;
            while (!finished) {
                assertThat(asked).as("trials").hasSizeLessThan(MOST_TRIALS);
                if (asked.size() == restartAfter) {
                    client.close();
                    server.storage().snapshots().deleteAll(new StreamId(1));
                    server.close();
                    server = new AdaptiveServer(database);
                    client = new SocketClient(server.address());
                }
                Json.Obj answer = client.ask();
                Json config = answer.find("config").orElseThrow(() -> new AssertionError(answer.text()));
                asked.add(answer.text());
                Json.Obj told = Json.Obj.empty()
                        .with("config", config)
                        .with("outcome", outcome(Files.readString(definition), asked.size()));
                assertThat(client.say(Json.Obj.empty()
                                        .with("type", Json.of("tell"))
                                        .with("message", told))
                                .text())
                        .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
                finished = answer.find("is_finished").orElseThrow().equals(Json.of(true));
            }
            client.close();
            assertThat(server.replay().verify(new StreamId(1)).problem()).isEmpty();
        } finally {
            server.close();
        }
        return asked;
    }

    private static Json outcome(String file, int trial) {
        Json binary = Json.of(trial % 3 == 1 ? 1 : 0);
        if (file.contains("outcome_types = [binary]")) {
            return binary;
        }
        if (file.contains("outcome_types = [ordinal]")) {
            return Json.of(trial % 5);
        }
        Json number = Json.of(0.5 + trial % 7);
        return file.contains("outcome_names = [right, seconds]")
                ? Json.Obj.empty().with("right", binary).with("seconds", number)
                : number;
    }
}
