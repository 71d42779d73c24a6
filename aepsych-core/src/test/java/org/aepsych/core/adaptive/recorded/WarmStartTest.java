package org.aepsych.core.adaptive.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.database.StreamCopies;
import org.aepsych.core.json.Json;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions whose strategies learn from earlier sessions before they are asked anything. */
@OnEveryStorage
class WarmStartTest {
    private static final String PAST = """
            [common]
            parnames = [x, lamp]
            outcome_types = [binary]
            strategy_names = [one]
            [metadata]
            experiment_name = pilot
            experiment_id = first
            modality = vision
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [lamp]
            par_type = categorical
            choices = [red, green]
            [one]
            generator = OptimizeAcqfGenerator
            model = GPClassificationModel
            acqf = EAVC
            min_asks = 1
            """;
    private static final String WARM = PAST.replace("experiment_id = first", "experiment_id = second\nsize = 3")
            .replace("min_asks = 1", "min_asks = 0\nseed_data_conditions = seed")
            .concat("[seed]\n");

    private final AdaptiveBench bench = new AdaptiveBench();
    private final Conversation client = bench.desk().connect();

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private String setup(String config) {
        return client.handle(Json.Obj.empty()
                        .with("type", Json.of("setup"))
                        .with("message", Json.Obj.empty().with("config_str", Json.of(config)))
                        .text())
                .text();
    }

    private void tell(String config, String outcome) {
        assertThat(client.handle("{\"type\": \"tell\", \"message\": {\"config\": " + config + ", \"outcome\": "
                                + outcome + "}}")
                        .text())
                .startsWith("{\"trials_recorded\"");
    }

    private String say(String type) {
        return client.handle("{\"type\": \"" + type + "\", \"message\": {}}").text();
    }

    private void past(String config) {
        assertThat(setup(config)).startsWith("{\"strat_id\"");
        tell("{\"x\": [0.25, 0.5], \"lamp\": [\"red\", \"green\"]}", "[0, 1]");
        tell("{\"x\": [0.75], \"lamp\": [1]}", "1, \"model_data\": false");
    }

    private String pointsOfWarm(String conditions) {
        assertThat(setup(WARM + conditions)).startsWith("{\"strat_id\": ");
        String info = say("info");
        return info.replaceAll(".*current_strat_data_pts\": (\\d+).*", "$1");
    }

    @Test
    void whatModelsLearntFromIsKnownAndNothingElse() {
        past(PAST);

        assertThat(pointsOfWarm("experiment_id = first")).isEqualTo("2");
        assertThat(say("info")).contains("\"current_strat_can_fit\": true", "\"current_strat_finished\": true");
        assertThat(say("ask")).startsWith("{\"config\": {\"x\": [");
    }

    @Test
    void theDataIsPartOfTheLogSoThatAnyCopyOfItReplaysAlone() {
        past(PAST);
        assertThat(pointsOfWarm("experiment_name = pilot")).isEqualTo("2");
        String asked = say("ask");
        Storage elsewhere = StorageForTests.forTest();
        OpenedStream warm = bench.storage().streams().list().get(1);

        assertThat(new StreamCopies(elsewhere).copy(bench.storage(), warm, "lab.db"))
                .isEqualTo(StreamCopies.Outcome.COPIED);

        var replay = new Replay<>(new AdaptiveProtocol(TinyStrategies.extensions()), elsewhere);
        assertThat(replay.verify(new StreamId(1)).problem()).isEmpty();
        assertThat(elsewhere.events().read(new StreamId(1), 0))
                .first()
                .satisfies(setup -> assertThat(setup.contents())
                        .contains(
                                "\"warm_start\": {\"sources\": [{\"stream\": 1, \"experiment_id\": \"first\", \"sequence\": 3",
                                "{\"stimuli\": [[0.25, \"red\"]], \"outcomes\": [0.0]}",
                                "\"steps\": [[0]]"));
        past(PAST.replace("experiment_id = first", "experiment_id = third"));
        AdaptiveBench restarted = bench.restarted();
        assertThat(restarted.replay().verify(new StreamId(2)).problem()).isEmpty();
        restarted.close();
        assertThat(asked).startsWith("{\"config\"");
    }

    @Test
    void fromTheFirstOwnOutcomeOnTheDataCounts() {
        past(PAST);
        assertThat(setup((WARM + "experiment_id = first").replace("min_asks = 0", "min_total_tells = 3")))
                .startsWith("{\"strat_id\"");
        assertThat(say("info")).contains("\"current_strat_finished\": false");
        tell("{\"x\": [0.1], \"lamp\": [\"red\"]}", "1");

        assertThat(say("info")).contains("\"current_strat_finished\": true", "\"current_strat_data_pts\": 3");
    }

    @Test
    void laterStepsKnowWhatEarlierOnesKnewOnce() {
        past(PAST);
        past(PAST.replace("experiment_id = first", "experiment_id = other"));
        String twoSteps = WARM.replace("strategy_names = [one]", "strategy_names = [one, two]")
                .concat("experiment_id = first\n[seed2]\nexperiment_name = pilot\n")
                .concat("[two]\ngenerator = SobolGenerator\nmin_asks = 9\nseed_data_conditions = seed2\n");
        assertThat(setup(twoSteps)).startsWith("{\"strat_id\"");
        assertThat(say("info")).contains("\"current_strat_data_pts\": 2");
        assertThat(say("finish_strategy")).contains("\"one\"");
        assertThat(say("ask")).startsWith("{\"config\"");

        assertThat(say("info")).contains("\"current_strat_name\": \"two\"", "\"current_strat_data_pts\": 4");
    }

    @Test
    void conditionsOnColumnsMustAllHoldAndOfOtherMetadataOne() {
        past(PAST);
        past(PAST.replace("experiment_id = first", "experiment_id = other").replace("vision", "touch"));

        assertThat(pointsOfWarm("modality = [vision, haptics]")).isEqualTo("2");
        assertThat(pointsOfWarm("modality = vis")).isEqualTo("0");
        assertThat(pointsOfWarm("modality = touch\nsize = 4")).isEqualTo("2");
        assertThat(pointsOfWarm("experiment_id = first\nmodality = touch")).isEqualTo("0");
        assertThat(pointsOfWarm("experiment_id = [first, other]")).isEqualTo("4");
        assertThat(pointsOfWarm("experiment_name = it's nobody's")).isEqualTo("0");
    }

    @Test
    void theFirstSessionOfAnExperimentThatLearnsFromItselfBeginsCold() {
        assertThat(pointsOfWarm("experiment_id = second")).isEqualTo("0");
        tell("{\"x\": [0.1], \"lamp\": [\"red\"]}", "1");

        assertThat(pointsOfWarm("experiment_id = second")).isEqualTo("1");
        assertThat(pointsOfWarm("experiment_name = pilot\nexperiment_id = second"))
                .isEqualTo("1");
    }

    @Test
    void pairsAreKnownAsPairs() {
        String pairs = PAST.replace("parnames", "stimuli_per_trial = 2\nparnames");
        assertThat(setup(pairs)).startsWith("{\"strat_id\"");
        tell("{\"x\": [[0.25, 0.5]], \"lamp\": [[\"red\", \"green\"]]}", "1");
        assertThat(setup((WARM + "experiment_id = first").replace("parnames", "stimuli_per_trial = 2\nparnames")))
                .startsWith("{\"strat_id\"");

        assertThat(bench.storage().events().read(new StreamId(2), 0).get(0).contents())
                .contains("{\"stimuli\": [[0.25, \"red\"], [0.5, \"green\"]], \"outcomes\": [1.0]}");
    }

    @Test
    void valuesThatTheNewSessionCannotHaveAreLeftOut() {
        past(PAST);
        tell("{\"x\": [0, 0.5], \"lamp\": [\"red\", \"red\"]}", "[0, 1]");
        String log = WARM.replace("lower_bound = 0", "lower_bound = 0.1\nlog_scale = True")
                .replace("[red, green]", "[blue, red]");
        assertThat(setup(log + "experiment_id = first")).startsWith("{\"strat_id\"");

        assertThat(say("info")).contains("\"current_strat_data_pts\": 2");
    }

    @Test
    void whatCannotBeLearntFromIsSaidAndNothingIsSetUp() {
        past(PAST);
        int before = bench.storage().streams().list().size();
        String named = "experiment_id = first";

        assertThat(setup(WARM.replace("[seed]", "[sead]") + named))
                .contains("server_error", "[one] seed_data_conditions: there is no section [seed]");
        assertThat(setup(WARM)).contains("the section [seed] names no earlier session");
        assertThat(setup(WARM + "experiment_id = frist"))
                .contains(
                        "there is no experiment \\\"frist\\\" in "
                                + bench.storage().displayName(),
                        "did you mean \\\"first\\\"?");
        assertThat(setup(WARM.replace("parnames = [x, lamp]", "parnames = [x]") + named))
                .contains(
                        "none of the 1 earlier sessions with experiment_id in [first] can be used",
                        "it also varies parameter lamp");
        assertThat(setup(WARM.replace("par_type = continuous", "par_type = integer") + named))
                .contains("its parameter x is continuous instead of integer");
        assertThat(setup(WARM.replace("outcome_types", "outcome_names = [seen]\noutcome_types") + named))
                .contains("its outcomes are [outcome_1] of types [BINARY] instead of [seen]");
        assertThat(bench.storage().streams().list()).hasSize(before);
        assertThat(List.of(say("info"))).first().asString().contains("\"exp_id\": \"first\"");
    }
}
