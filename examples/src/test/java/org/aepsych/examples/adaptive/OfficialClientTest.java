package org.aepsych.examples.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.adaptive.posterior.PosteriorQuestion;
import org.aepsych.core.adaptive.posterior.Posteriors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * AEPsych's own Python client against our server. The client is not ours and not kept here: it is installed into a
 * temporary folder. Where there is no Python, or no package index, the test says so and is skipped.
 */
class OfficialClientTest {
    private static final long MINUTES = 5;

    @TempDir
    private static Path installation;

    private static Path client = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws Exception {
        client = installation.resolve("client");
        Finished installed = run(
                installation,
                Map.of(),
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--target",
                client.toString(),
                "aepsych-client");
        assumeTrue(installed.status() == 0, "the client cannot be installed here: " + installed.complaints());
    }

    @Test
    void theOfficialClientRunsAWholeExperiment() throws Exception {
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("experiment.db"))) {
            Finished experiment = run(
                    folder,
                    Map.of("PYTHONPATH", client.toString()),
                    "python3",
                    resource("official_client.py"),
                    server.address().getHostString(),
                    Integer.toString(server.address().getPort()),
                    resource("two-parameters.ini"));

            assertThat(experiment.status()).as(experiment.complaints()).isZero();
            assertAnswers(experiment.output().lines().toList());
            assertRecorded(server);
        }
    }

    @Test
    void theOfficialClientRunsExperimentsOfEveryKindAndSeveralAtOnce() throws Exception {
        try (AdaptiveServer server = new AdaptiveServer(folder.resolve("kinds.db"))) {
            Finished kinds = run(
                    folder,
                    Map.of("PYTHONPATH", client.toString()),
                    "python3",
                    resource("official_kinds.py"),
                    server.address().getHostString(),
                    Integer.toString(server.address().getPort()));

            assertThat(kinds.status()).as(kinds.complaints()).isZero();
            assertThat(kinds.output().lines())
                    .containsExactly(
                            "binary",
                            "continuous",
                            "pairs",
                            "several outcomes",
                            "resume",
                            "three at once",
                            "killed",
                            "{'termination_type': 'Terminate', 'success': True}");
            for (AdaptiveView.Summary session : server.experiments().list()) {
                assertThat(server.replay().verify(session.stream()).problem()).isEmpty();
            }
        }
    }

    private static void assertAnswers(List<String> lines) {
        assertThat(lines.get(0)).isEqualTo("{\"setup\": {\"strat_id\": 0}}");
        List<String> trials =
                lines.stream().filter(line -> line.startsWith("{\"ask\"")).toList();
        assertThat(trials)
                .hasSize(10)
                .allSatisfy(line -> assertThat(line)
                        .endsWith("\"num_points\": 1}, \"tell\": {\"trials_recorded\": 1, \"model_data_added\": 1}}"));
        assertThat(trials.get(9)).contains("\"is_finished\": true");
        assertThat(String.join("\n", lines))
                .contains("\"db_name\": \"experiment.db\"")
                .contains("\"current_strat_name\": \"learn\", \"current_strat_data_pts\": 10")
                .contains("\"current_strat_model\": \"GPClassificationModel\", \"current_strat_acqf\": \"EAVC\"")
                .contains("{\"parameters\": {\"contrast\": [0.0, 1.0], \"size\": [0.0, 4.0]}}")
                .contains("\"constraints\": {\"1\": 2.0}")
                .contains("Cannot query model at location = None!")
                .contains("{\"option\": {\"learn\": {\"min_asks\": \"5\"}}}")
                .endsWith("{\"exit\": {\"termination_type\": \"Terminate\", \"success\": true}}");
    }

    private static void assertRecorded(AdaptiveServer server) {
        AdaptiveView.Summary session = server.experiments().list().get(0);
        assertThat(session.name()).isEqualTo("two parameters");
        StreamId stream = session.stream();
        assertThat(server.replay().verify(stream).problem()).isEmpty();
        assertThat(server.replay().rebuild(stream).identical()).isTrue();
        List<ResultRow> rows = server.storage().results().orElseThrow().read(stream);
        assertThat(rows).filteredOn(ResultRow.TrialRow.class::isInstance).hasSize(10);
        AdaptiveView view = server.experiments().view(stream);
        assertThat(view.ended()).isTrue();
        assertThat(new Posteriors(server.sessions())
                        .present(stream, PosteriorQuestion.DEFAULT)
                        .orElseThrow()
                        .beliefs())
                .isNotEmpty();
    }

    private record Finished(int status, String output, String complaints) {}

    private static Finished run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path complaints = Files.createTempFile(folder, "complaints", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Finished(-1, "", "there is no " + command[0] + ": " + e.getMessage());
        }
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Finished(-1, "", command[0] + " took more than " + MINUTES + " minutes");
        }
        return new Finished(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8).strip(),
                Files.readString(complaints, StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OfficialClientTest.class.getResource("/adaptive/" + name))
                        .toURI())
                .toString();
    }
}
