package org.aepsych.core.adaptive.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.message.AdaptiveDesk;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table that AEPsych's users load into their statistics, to the character. */
class TrialTableTest {
    private static final String PLAIN = AdaptiveBench.TWO_STEPS.replace(
            "participant_id = P07", "participant_id = P07\nexperiment_id = e2d5\nexperiment_description = two, phases");

    private final AdaptiveBench bench = new AdaptiveBench();
    private Conversation client = talk(bench.desk());

    private static Conversation talk(AdaptiveDesk desk) {
        return desk.connect();
    }

    @BeforeEach
    void connect() {
        client = bench.desk().connect();
    }

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private void setup(String config) {
        say("{\"type\": \"setup\", \"message\": {\"config_str\": "
                + org.aepsych.core.json.Json.of(config).text() + "}}");
    }

    private void say(String request) {
        assertThat(client.handle(request).text()).doesNotContain("server_error");
    }

    private void tell(String message) {
        say("{\"type\": \"tell\", \"message\": {" + message + "}}");
    }

    private String csv() {
        StringWriter out = new StringWriter();
        long unused = new TrialTable(bench.storage(), new AdaptiveProtocol(TinyStrategies.extensions())).writeCsv(out);
        return out.toString();
    }

    @Test
    void aLineForEachTrialWithMetadataParametersOutcomesAndExtraData() {
        setup(PLAIN);
        tell("\"config\": {\"intensity\": [1.99473]}, \"outcome\": 1, \"rt\": 0.31");
        tell("\"config\": {\"intensity\": [5.76563]}, \"outcome\": 0");

        assertThat(csv())
                .isEqualTo(csv())
                .isEqualTo(
                        "experiment_id,experiment_name,experiment_description,participant_id,timestamp,site,intensity,"
                                + "outcome,rt\n"
                                + "e2d5,demo,\"two, phases\",P07,2026-01-07 12:00:00.003000,lab 3,1.99473,1.0,0.31\n"
                                + "e2d5,demo,\"two, phases\",P07,2026-01-07 12:00:00.004000,lab 3,5.76563,0.0,\n");
    }

    @Test
    void numbersAreWrittenAsADataFrameWritesThem() {
        setup(PLAIN);
        tell(
                "\"config\": {\"intensity\": [1]}, \"outcome\": 1, \"a\": 1, \"b\": 1, \"c\": true, \"d\": 1, \"e\": \"x\"");
        tell("\"config\": {\"intensity\": [2]}, \"outcome\": 0, \"a\": 2, \"d\": 0.5, \"e\": [1, 2], \"f\": null");

        List<String> lines =
                csv().lines().map(line -> line.replaceAll("^.*lab 3,", "")).toList();

        assertThat(lines.get(0)).endsWith(",intensity,outcome,a,b,c,d,e,f");
        assertThat(lines.subList(1, 3)).containsExactly("1,1.0,1,1.0,True,1.0,x,", "2,0.0,2,,,0.5,\"[1, 2]\",");
    }

    @Test
    void trialsThatNoStrategyLearntFromAreThereAndSessionsFollowEachOther() {
        setup(PLAIN);
        tell("\"config\": {\"intensity\": [1], \"lamp\": [2]}, \"outcome\": 1, \"model_data\": false");
        setup(PLAIN.replace("experiment_id = e2d5", "experiment_id = f001").replace("Site = lab 3", "Room = 7"));
        tell("\"config\": {\"intensity\": [[3], [4]]}, \"outcome\": [1, 0]");

        assertThat(csv().lines().map(line -> line.replaceAll("[0-9-]* [0-9:.]*00\\d000", "TIME")))
                .containsExactly(
                        "experiment_id,experiment_name,experiment_description,participant_id,timestamp,site,intensity,lamp,"
                                + "outcome,room,intensity_stimuli0",
                        "e2d5,demo,\"two, phases\",P07,TIME,lab 3,1,2,1.0,,",
                        "f001,demo,\"two, phases\",P07,TIME,,,,1.0,7,3",
                        "f001,demo,\"two, phases\",P07,TIME,,,,0.0,7,4");
    }

    @Test
    void aKeyThatIsAColumnAlreadyReplacesItsValue() {
        setup(PLAIN);
        tell("\"config\": {\"intensity\": [1]}, \"outcome\": 1, \"participant_id\": \"P08\"");

        assertThat(csv()).contains("two, phases\",P08,2026").doesNotContain("P07");
    }

    @Test
    void anEmptyDatabaseHasNeitherColumnsNorLines() {
        assertThat(csv()).isEqualTo("\n");
    }

    @Test
    void sessionsAreSummarized() {
        setup(PLAIN);
        tell("\"config\": {\"intensity\": [[3], [4]]}, \"outcome\": [1, 0]");

        SessionSummary summary = SessionSummary.all(bench.storage(), new AdaptiveProtocol(TinyStrategies.extensions()))
                .get(0);

        assertThat(summary.metadata()).containsEntry("site", "lab 3");
        assertThat(summary.stimuliPerTrial()).contains(1);
        assertThat(summary.parameters()).containsExactly("intensity");
        assertThat(summary.outcomes()).containsExactly("outcome_1");
        assertThat(summary.trials()).isEqualTo(2);
        assertThat(summary.created()).isBefore(summary.modified());
    }
}
