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
    private static final String PLANE = """
            [common]
            parnames = [frequency, level]
            outcome_types = [binary]
            strategy_names = [opt]
            [metadata]
            experiment_id = audiogram
            [frequency]
            par_type = continuous
            lower_bound = 1
            upper_bound = 100
            log_scale = True
            [level]
            par_type = continuous
            lower_bound = -20
            upper_bound = 80
            [opt]
            generator = tiny-model
            model = M
            target = 0.6
            min_asks = 1
            """;

    @TempDir
    private Path folder;

    @Test
    void thresholdsAreATableWithAPlaceForEachValueOfTheOtherParameter() throws IOException {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            for (String tell : List.of("{\"config\": {\"frequency\": [2], \"level\": [30]}, \"outcome\": 1}", "")) {
                try (Conversation client = bench.desk().connect()) {
                    String config = Json.of(PLANE).text();
                    say(client, "{\"type\": \"setup\", \"message\": {\"config_str\": " + config + "}}");
                    if (!tell.isEmpty()) {
                        say(client, "{\"type\": \"tell\", \"message\": " + tell + "}");
                    }
                }
            }
            export(bench, "audiogram");
        }

        assertThat(folder.resolve("dataset_description.json"))
                .as("the file has no description of its own")
                .content()
                .contains("Data of the experiment audiogram");
        List<String> thresholds = Files.readAllLines(folder.resolve("data/study-audiogram_thresholds_data.csv"));
        assertThat(thresholds)
                .as("the second session has nothing to say yet")
                .hasSize(1 + 9)
                .first()
                .isEqualTo(
                        "experiment_id,session_id,participant_id,step,model,observations,finished,outcome,target,parameter,"
                                + "at_frequency,estimate,lower,upper,credibility,problem");
        assertThat(thresholds.get(1))
                .startsWith("audiogram,1,")
                .endsWith(",opt,M,1,false,outcome_1,0.6,level,1.0,40.0,-20.0,80.0,0.95,");
        assertThat(thresholds.get(5)).contains(",level,10.");
        assertThat(thresholds.get(9)).contains(",level,100.0,");
        assertThat(Files.readString(folder.resolve("data_dictionary.csv")))
                .contains("thresholds,\"at_frequency\",number,", "thresholds,\"estimate\",number,");
    }

    @Test
    void aSessionWhoseModelCannotBeAskedSaysWhyAndTheOthersAreThere() throws IOException {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            session(bench, "P1", "\"config\": {\"intensity\": [2.5]}, \"outcome\": 1");
            Exports without = new Exports(
                    bench.storage(),
                    new GameProtocol(new Extensions(Map.of(), Map.of(), Map.of())),
                    new AdaptiveProtocol(new Extensions(Map.of(), Map.of(), Map.of())));
            try (Bundle bundle = Bundle.folder(folder)) {
                without.write(
                        new ExperimentId("thresholds"),
                        ExportRequest.of(ExportFormat.CSV).withThresholds(),
                        bundle,
                        ExportProgress.SILENT);
            }
        }

        assertThat(Files.readAllLines(folder.resolve("data/study-thresholds_thresholds_data.csv")))
                .hasSize(2)
                .last()
                .asString()
                .contains("no generator is called \"\"SobolGenerator\"\"", "; ");
        assertThat(Files.readAllLines(folder.resolve("data/study-thresholds_trials_data.csv")))
                .hasSize(2);
    }

    @Test
    void trialsOfAllSessionsAreOneTable() throws IOException {
        try (AdaptiveBench bench = new AdaptiveBench()) {
            session(bench, "P1", "\"config\": {\"intensity\": [2.5]}, \"outcome\": 1, \"rt\": 0.31");
            session(bench, "P2", "\"config\": {\"intensity\": [7]}, \"outcome\": 0");

            export(bench, "thresholds");
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

    private void export(AdaptiveBench bench, String experiment) throws IOException {
        Exports exports = new Exports(
                bench.storage(),
                new GameProtocol(new Extensions(Map.of(), Map.of(), Map.of())),
                new AdaptiveProtocol(TinyStrategies.extensions()));
        try (Bundle bundle = Bundle.folder(folder)) {
            exports.write(
                    new ExperimentId(experiment),
                    ExportRequest.of(ExportFormat.CSV).withThresholds(),
                    bundle,
                    ExportProgress.SILENT);
        }
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
