package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AEPsych's own example files, where they are at hand, run to their end; their steps are cut short for that. */
class AepsychFilesTest {
    private static final int MOST_ASKS = 60;
    private static final Path FIXTURES = Path.of("..", "..", "shared", "fixtures", "aepsych");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pairwise_opt_example", "parameter_settings_example", "single_lse_example"})
    void theyRunToTheirEnd(String name) throws IOException {
        Path file = FIXTURES.resolve(name + ".ini");
        assumeTrue(Files.exists(file), "AEPsych's files are not kept here");
        runs(Files.readString(file));
    }

    private void runs(String text) throws IOException {
        String file = text.replaceAll("(min_asks|min_total_tells) = \\d+", "$1 = 3");
        List<String> types = ExperimentFile.parse(file).common().get(ConfigOption.texts("outcome_types", ""));
        List<String> names = new ArrayList<>(ExperimentFile.parse(file)
                .common()
                .find(ConfigOption.texts("outcome_names", ""))
                .orElse(List.of()));
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("example.db"));
                SocketClient client = new SocketClient(server.address())) {
            assertThat(client.setup(file).text()).isEqualTo("{\"strat_id\": 0}");
            boolean finished = false;
            for (int ask = 0; !finished; ask++) {
                assertThat(ask).isLessThan(MOST_ASKS);
                Json.Obj answer = client.ask();
                finished = answer.find("is_finished").equals(Optional.of(Json.of(true)));
                Json config = answer.find("config").orElseThrow(() -> new AssertionError(answer.text()));
                int points =
                        Integer.parseInt(answer.find("num_points").orElseThrow().text());
                assertThat(client.tell(config, outcome(types, names, ask, points))
                                .text())
                        .isEqualTo("{\"trials_recorded\": " + points + ", \"model_data_added\": " + points + "}");
            }
            for (AdaptiveView.Summary session : server.experiments().list()) {
                assertThat(server.replay().verify(session.stream()).problem()).isEmpty();
            }
        }
    }

    private static Json outcome(List<String> types, List<String> names, int ask, int points) {
        if (types.size() == 1) {
            return values(types.get(0), ask, points);
        }
        Json.Obj outcomes = Json.Obj.empty();
        for (int i = 0; i < types.size(); i++) {
            outcomes = outcomes.with(names.get(i), values(types.get(i), ask, points));
        }
        return outcomes;
    }

    private static Json values(String type, int ask, int points) {
        return Json.array(IntStream.range(0, points)
                .mapToObj(point -> switch (type) {
                    case "binary" -> Json.of((ask + point) % 2);
                    case "ordinal" -> Json.of((ask + point) % 5);
                    default -> Json.of(Math.sin(ask + point));
                })
                .toList());
    }
}
