package org.aepsych.examples.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.aepsych.examples.client.AepsychClient;
import org.aepsych.examples.client.AepsychRefusal;
import org.aepsych.examples.client.DetectionExperiment;
import org.aepsych.examples.client.Experiment;
import org.aepsych.web.crash.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that labs may copy, over HTTP to a whole server with a shared secret. */
class JavaClientTest {
    private static final String SECRET = "correct horse";
    private static final double THRESHOLD = 0.2;

    @TempDir
    private Path data;

    @Test
    void aWholeExperimentRunsAndItsThresholdIsFound() throws Exception {
        try (ServerProcess server = Program.start(data, "serve", "--set", "server.secret=" + SECRET)) {
            AepsychClient client = new AepsychClient(server.pages(), Optional.of(SECRET));
            String file = Files.readString(Path.of("experiments", "contrast.ini"));
            Experiment experiment = client.setUp(file.replace("min_asks = 30", "min_asks = 4"));

            assertThat(DetectionExperiment.run(experiment, trial -> trial.number("contrast") > THRESHOLD))
                    .isEqualTo(16);

            Experiment again = client.experiment(experiment.number());
            assertThat((Double) again.threshold(0.75).at().get("contrast")).isBetween(0.05, 0.5);
            assertThat(again.predict(Map.of("contrast", 0.9)).value()).isGreaterThan(0.8);
            assertThat(again.max().value()).isGreaterThan(0.8);
            assertRefusals(server, client, again);
        }
    }

    private static void assertRefusals(ServerProcess server, AepsychClient client, Experiment experiment) {
        assertThatExceptionOfType(AepsychRefusal.class)
                .isThrownBy(() -> client.setUp("[common]\nparnames = [x]"))
                .withMessageContaining("strategy_names");
        assertThatExceptionOfType(AepsychRefusal.class)
                .isThrownBy(() -> experiment.predict(Map.of("size", 1)))
                .withMessageContaining("'contrast' is missing");
        assertThatExceptionOfType(AepsychRefusal.class)
                .isThrownBy(() -> client.experiment(99).ask())
                .withMessageContaining("no experiment 99");
        assertThatExceptionOfType(AepsychRefusal.class)
                .isThrownBy(
                        () -> new AepsychClient(server.pages()).experiment(0).ask())
                .withMessageContaining("shared secret");
    }
}
