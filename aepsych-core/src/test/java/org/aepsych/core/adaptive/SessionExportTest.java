package org.aepsych.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.export.Bundle;
import org.aepsych.core.export.ExportFormat;
import org.aepsych.core.export.ExportProgress;
import org.aepsych.core.export.ExportRequest;
import org.aepsych.core.export.Exports;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.json.Json;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An adaptive experiment with several sessions as analysts get it. */
class SessionExportTest {
    @TempDir
    private Path folder;

    @Test
    void trialsOfAllSessionsAreOneTable() throws IOException {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            session(bench, "P1", "\"config\": {\"intensity\": [2.5]}, \"outcome\": 1, \"rt\": 0.31");
            session(bench, "P2", "\"config\": {\"intensity\": [7]}, \"outcome\": 0");

            Exports exports = new Exports(
                    bench.storage(),
                    new GameProtocol(new Extensions(Map.of(), Map.of(), Map.of())),
                    new AdaptiveProtocol(TinyStrategies.extensions()));
            try (Bundle bundle = Bundle.folder(folder)) {
                exports.write(
                        new ExperimentId("thresholds"),
                        ExportRequest.of(ExportFormat.CSV),
                        bundle,
                        ExportProgress.SILENT);
            }
        }

        List<String> trials = Files.readAllLines(folder.resolve("data/study-thresholds_trials_data.csv"));
        assertThat(trials.get(0))
                .isEqualTo("experiment_id,session_id,participant_id,trial,sequence,time,time_ms,model_data,"
                        + "parameter_intensity,outcome_outcome,extra_rt,extra_data");
        assertThat(trials.get(1)).startsWith("thresholds,1,P1,1,2,").contains(",true,2.5,1.0,0.31,");
        assertThat(trials.get(2)).startsWith("thresholds,2,P2,1,2,").contains(",true,7.0,0.0,,");
        assertThat(Files.readAllLines(folder.resolve("data/study-thresholds_participants_data.csv")))
                .hasSize(3);
        assertThat(Files.readString(folder.resolve("dataset_description.json")))
                .contains("\"name\": \"parameter_intensity\"", "\"Psych-DS");
    }

    private static void session(AdaptiveBench bench, String participant, String tell) {
        try (Conversation client = bench.desk().connect()) {
            String config = Json.of(AdaptiveBench.TWO_STEPS.replace(
                            "participant_id = P07", "participant_id = " + participant + "\nexperiment_id = thresholds"))
                    .text();
            say(client, "{\"type\": \"setup\", \"message\": {\"config_str\": " + config + "}}");
            say(client, "{\"type\": \"tell\", \"message\": {" + tell + "}}");
        }
    }

    private static void say(Conversation client, String request) {
        assertThat(client.handle(request).text()).doesNotContain("server_error");
    }
}
