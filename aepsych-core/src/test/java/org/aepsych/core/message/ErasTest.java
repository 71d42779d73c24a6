package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.config.server.ClientRules;
import org.aepsych.core.config.server.ProtocolEra;
import org.aepsych.core.json.Json;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that were written for older servers. */
@OnEveryStorage
class ErasTest {
    private static final String PAIRS = """
            [common]
            parnames = [a, b]
            stimuli_per_trial = 2
            outcome_types = [binary]
            strategy_names = [init]
            lb = [0, 0]
            ub = [1, 1]
            [init]
            generator = SobolGenerator
            min_asks = 2
            """;

    private final AdaptiveBench bench = new AdaptiveBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Conversation client(ProtocolEra era) {
        return bench.desk().connect(new ClientRules(Optional.empty(), era, true));
    }

    private static String setup(String config, String more) {
        return "{\"type\": \"setup\", " + more + "\"message\": {\"config_str\": "
                + Json.of(config).text() + "}}";
    }

    private static String say(Conversation client, String request) {
        return client.handle(request).text();
    }

    @Test
    void clientsUpToSevenAreAnsweredInWordsAndBareNumbers() {
        Conversation matlab = client(ProtocolEra.WORDS);

        assertThat(say(matlab, setup(AdaptiveBench.TWO_STEPS, "\"version\": \"0.01\", \"metadata\": {}, ")))
                .isEqualTo("0");
        assertThat(say(matlab, "{\"type\": \"can_model\", \"message\": \"\"}")).isEqualTo("{\"can_model\": false}");
        assertThat(say(matlab, "{\"type\": \"ask\", \"message\": \"\", \"version\": \"0.01\"}"))
                .matches(
                        "\\{\"config\": \\{\"intensity\": \\[\\d\\.\\d+]}, \"is_finished\": false, \"num_points\": 1}");
        assertThat(say(
                        matlab,
                        "{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": [0.5]}, \"outcome\": 1}}"))
                .isEqualTo("acq");
        assertThat(say(matlab, "{\"type\": \"resume\", \"version\": \"0.01\", \"message\": {\"strat_id\": \"0\"}}"))
                .isEqualTo("0");
        assertThat(say(
                        matlab,
                        "{\"type\": \"get_config\", \"message\": {\"section\": \"init_strat\", \"property\":"
                                + " \"generator\"}}"))
                .isEqualTo("SobolGenerator");
        assertThat(say(matlab, "{\"type\": \"get_config\", \"message\": {}}")).startsWith("{\"common\": {");
        assertThat(say(matlab, "{\"type\": \"finish_strategy\", \"message\": {}}"))
                .isEqualTo("finished strategy init_strat");
        assertThat(say(matlab, "{\"type\": \"query\", \"message\": {\"query_type\": \"max\"}}"))
                .isEqualTo("server_error, Request '{'type': 'query', 'message': {'query_type': 'max'}}' raised error"
                        + " 'AssertionError('model is None! Cannot get the max without a model!')'!");
        assertThat(say(matlab, "{\"type\": \"exit\", \"message\": \"\"}")).isEqualTo("Terminate");
    }

    @Test
    void aSinglePairWasNoListOfPairsThen() {
        Conversation old = client(ProtocolEra.WORDS);
        say(old, setup(PAIRS, ""));

        assertThat(say(old, "{\"type\": \"ask\", \"message\": \"\"}"))
                .matches("\\{\"config\": \\{\"a\": \\[[^\\[\\]]+, [^\\[\\]]+], \"b\": \\[[^\\[\\]]+, [^\\[\\]]+]}, .*");
        assertThat(say(
                        old,
                        "{\"type\": \"tell\", \"message\": {\"config\": {\"a\": [0.1, 0.2], \"b\": [0.3, 0.4]},"
                                + " \"outcome\": 1}}"))
                .isEqualTo("acq");
        assertThat(bench.storage().results().orElseThrow().read(new StreamId(1)))
                .hasSize(2);
    }

    @Test
    void aListOfTellsIsTakenWholeOrNotAtAll() {
        Conversation old = client(ProtocolEra.WORDS);
        say(old, setup(AdaptiveBench.TWO_STEPS, ""));
        String tells = "{\"type\": \"tell\", \"message\": [{\"config\": {\"intensity\": [1]}, \"outcome\": 1},"
                + " {\"config\": {\"intensity\": [2]}, \"outcome\": OUTCOME}]}";

        assertThat(say(old, tells.replace("OUTCOME", "7"))).startsWith("server_error, ");
        assertThat(bench.storage().events().last(new StreamId(1))).isEqualTo(1);
        assertThat(say(old, tells.replace("OUTCOME", "0"))).isEqualTo("acq");
        assertThat(bench.storage().events().last(new StreamId(1))).isEqualTo(3);
        assertThat(bench.replay().verify(new StreamId(1)).problem()).isEmpty();
    }

    @Test
    void severalOutcomesOfATrialWereAList() {
        Conversation old = client(ProtocolEra.WORDS);
        say(old, setup(PAIRS.replace("stimuli_per_trial = 2", "").replace("[binary]", "[binary, continuous]"), ""));

        assertThat(say(
                        old,
                        "{\"type\": \"tell\", \"message\": {\"config\": {\"a\": [0.1], \"b\": [0.3]}, \"outcome\": [1,"
                                + " 0.25]}}"))
                .isEqualTo("acq");
    }

    @Test
    void requestsWithoutVersionWereOnceAnsweredWithAConfigurationOnly() {
        Conversation first = client(ProtocolEra.VERSIONED);

        assertThat(say(first, setup(AdaptiveBench.TWO_STEPS, ""))).matches("\\{\"intensity\": \\[\\d\\.\\d+]}");
        assertThat(say(first, "{\"type\": \"ask\", \"message\": \"\"}")).matches("\\{\"intensity\": \\[\\d\\.\\d+]}");
        assertThat(say(first, "{\"type\": \"ask\", \"message\": \"\", \"version\": \"0.01\"}"))
                .startsWith("{\"config\": {\"intensity\": [");
        assertThat(say(first, "{\"type\": \"ask\", \"message\": \"\", \"version\": \"0.02\"}"))
                .startsWith("server_error, ");
        assertThat(bench.storage().events().last(new StreamId(1))).isEqualTo(4);
    }

    @Test
    void todayAVersionMeansNothingAndATellIsOne() {
        Conversation now = client(ProtocolEra.OBJECTS);

        assertThat(say(now, setup(AdaptiveBench.TWO_STEPS, "\"version\": \"0.02\", ")))
                .isEqualTo("{\"strat_id\": 0}");
        assertThat(say(now, "{\"type\": \"tell\", \"message\": [{}]}")).contains("TypeError(");
    }
}
