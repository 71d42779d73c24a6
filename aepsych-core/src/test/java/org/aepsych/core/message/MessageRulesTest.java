package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each message may say and what it is answered with, beyond an experiment that just runs. */
@OnEveryStorage
class MessageRulesTest {
    private static final String TWO_PARAMETERS = """
            [common]
            parnames = [a, b]
            outcome_types = [binary]
            strategy_names = [opt]
            [a]
            par_type = integer
            lower_bound = 1
            upper_bound = 5
            [b]
            par_type = fixed
            value = 4.5
            lower_bound = 2
            upper_bound = 9
            [opt]
            generator = tiny-model
            model = M
            """;

    private final AdaptiveBench bench = new AdaptiveBench();
    private final Talk talk = new Talk(bench.desk().connect());

    @AfterEach
    void close() {
        talk.close();
        bench.close();
    }

    private static String tellOf(String message) {
        return "{\"type\": \"tell\", \"message\": {" + message + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "[1, 2]", "\"now\"", "5", "{}"})
    void anAskWhoseMessageIsNoObjectHasNoOptions(String message) {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say("{\"type\": \"ask\", \"message\": " + message + "}"))
                .contains("\"num_points\": 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "info", "finish_strategy", "exit"})
    void messagesThatNeedNothingMayHaveAnythingOrNothing(String type) {
        for (String message :
                new String[] {"", ", \"message\": \"\"", ", \"message\": [1]", ", \"message\": {\"x\": 1}"}) {
            talk.setup(AdaptiveBench.TWO_STEPS);
            assertThat(talk.say("{\"type\": \"" + type + "\"" + message + "}")).doesNotContain("server_error");
        }
    }

    @Test
    void theDictTheFilesAndTheTextAreMergedAndFilesOfTheServerAreNotRead() {
        assertThat(talk.say("{\"type\": \"setup\", \"message\": {\"config_dict\": {\"init_strat\": {\"min_asks\": 7}},"
                        + " \"config_str\": "
                        + org.aepsych.core.json.Json.of(AdaptiveBench.TWO_STEPS).text() + "}}"))
                .isEqualTo("{\"strat_id\": 0}");
        assertThat(
                        talk.say(
                                "{\"type\": \"get_config\", \"message\": {\"section\": \"init_strat\", \"property\": \"min_asks\"}}"))
                .isEqualTo("{\"init_strat\": {\"min_asks\": \"2\"}}");
        assertThat(talk.say(
                        "{\"type\": \"setup\", \"message\": {\"config_fnames\": [\"/etc/hostname\"], \"config_str\": "
                                + org.aepsych.core.json.Json.of(AdaptiveBench.TWO_STEPS)
                                        .text() + "}}"))
                .contains("server_error", "config_fnames");
        assertThat(bench.storage().streams().list()).hasSize(1);
    }

    @Test
    void heldValuesAreNotClippedAndWholeNumbersRounded() {
        talk.setup(TWO_PARAMETERS);

        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"a\": 99}}}"))
                .startsWith("{\"config\": {\"a\": [99.0], \"b\": [4.5]}");
        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"a\": 2.4}}}"))
                .startsWith("{\"config\": {\"a\": [2.0], ");
        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"b\": 2}}}"))
                .contains("server_error", "parameter b is fixed in the experiment file already");
    }

    @Test
    void aFixedParametersBoundsAreShownIfTheFileHasThem() {
        talk.setup(TWO_PARAMETERS);

        assertThat(talk.say("{\"type\": \"parameters\"}")).isEqualTo("{\"a\": [1.0, 5.0], \"b\": [2.0, 9.0]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"query_type": "prediction"}                                 | RuntimeError("Cannot query model at location = None! 'x' expects a value for each of [a, b]
                    {"query_type": "prediction", "x": {"a": 1}}                  | KeyError("'b' is missing; 'x' needs all of [a, b]
                    {"query_type": "prediction", "x": {"a": [1, 2], "b": [1, 2]}} | ValueError(
                    {"query_type": "inverse"}                                    | TypeError(
                    {"query_type": "max", "bogus": 1}                            | TypeError(
                    {"query_type": "max", "constraints": {"7": 1}}               | ValueError(
                    {"query_type": "max", "constraints": {"nope": 1}}            | ValueError(
                    """)
    void aQueryThatCannotBeAnsweredSaysWhatIsMissing(String message, String error) {
        talk.setup(TWO_PARAMETERS);
        talk.say(tellOf("\"config\": {\"a\": 1, \"b\": 4.5}, \"outcome\": 1"));

        assertThat(talk.say("{\"type\": \"query\", \"message\": " + message + "}")
                        .replace("\\\"", "\""))
                .startsWith("{\"server_error\": \"" + error);
        assertThat(bench.storage().events().last(new StreamId(1))).isEqualTo(2);
    }

    @Test
    void aPredictionEchoesItsPlaceAndAnExtremumIsAPlaceInRawUnits() {
        talk.setup(TWO_PARAMETERS);
        talk.say(tellOf("\"config\": {\"a\": 1, \"b\": 4.5}, \"outcome\": 1"));

        assertThat(talk.say("{\"type\": \"query\", \"message\": {\"query_type\": \"prediction\", \"x\": {\"a\": 2,"
                        + " \"b\": [4.5]}, \"constraints\": null, \"y\": null, \"max_time\": 1, \"other\": 1}}"))
                .startsWith("{\"query_type\": \"prediction\", \"probability_space\": false, \"constraints\": {},"
                        + " \"x\": {\"a\": [2], \"b\": [4.5]}, \"y\": ");
        assertThat(talk.say("{\"type\": \"query\", \"message\": {}}"))
                .matches("\\{\"query_type\": \"max\", \"probability_space\": false, \"constraints\": \\{}, \"x\":"
                        + " \\{\"a\": \\[[1-5]\\.0], \"b\": \\[4\\.5]}, \"y\": [0-9.e-]+}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "0.9", "false"})
    void anExperimentIsResumedByAnythingThatIsAWholeNumber(String id) {
        talk.setup(AdaptiveBench.TWO_STEPS);
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": " + id + "}}"))
                .isEqualTo("{\"strat_id\": 0}");
        assertThat(talk.say("{\"type\": \"info\"}")).contains("\"strat_count\": 2", "\"current_strat_index\": 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "-3", "\"x\"", "null", "1e99", "[0]", "NaN"})
    void anExperimentThatIsNotThereIsNotResumedAndTheCurrentOneStays(String id) {
        talk.setup(AdaptiveBench.TWO_STEPS);
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": " + id + "}}"))
                .startsWith("{\"server_error\": ");
        assertThat(talk.say("{\"type\": \"info\"}")).contains("\"current_strat_index\": 1");
    }

    @Test
    void theWholeConfigurationHasCommonFirstAndInEverySection() {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say("{\"type\": \"get_config\", \"message\": {}}"))
                .startsWith("{\"common\": {\"parnames\": \"[intensity]\", \"stimuli_per_trial\": \"1\","
                        + " \"outcome_types\": \"[binary]\", \"strategy_names\": \"[init_strat, opt_strat]\","
                        + " \"lb\": \"[0]\", \"ub\": \"[10]\"}, \"metadata\": {\"experiment_name\": \"demo\"")
                .contains("\"init_strat\": {\"generator\": \"SobolGenerator\", \"min_asks\": \"2\","
                        + " \"min_total_outcome_occurrences\": \"0\", \"parnames\": \"[intensity]\"");
        assertThat(talk.say("{\"type\": \"get_config\", \"message\": {\"property\": \"lb\"}}"))
                .contains("RuntimeError('Message contains a property but not a section!')");
        assertThat(talk.say("{\"type\": \"get_config\", \"message\": {\"section\": \"nope\", \"property\": \"lb\"}}"))
                .contains("'nope' is no section; there are [common, metadata, intensity, init_strat");
    }

    @Test
    void whatOnlyAsksIsNotRecordedAndWhatDecidesIs() {
        talk.setup(AdaptiveBench.TWO_STEPS);
        talk.say("{\"type\": \"info\"}");
        talk.say("{\"type\": \"get_config\", \"message\": {}}");
        assertThat(bench.storage().events().last(new StreamId(1))).isEqualTo(1);

        talk.say("{\"type\": \"parameters\"}");
        talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}");
        talk.say("{\"type\": \"finish_strategy\"}");
        assertThat(bench.storage().events().read(new StreamId(1), 1))
                .extracting(recorded -> recorded.type())
                .containsExactly("parameters", "resume", "finish_strategy");
    }

    @Test
    void aResumeStandsInTheLogOfTheExperimentThatIsResumed() {
        talk.setup(AdaptiveBench.TWO_STEPS);
        talk.setup(AdaptiveBench.TWO_STEPS);
        talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}");
        talk.say("{\"type\": \"exit\"}");

        assertThat(bench.storage().events().read(new StreamId(1), 1))
                .extracting(recorded -> recorded.type())
                .containsExactly("resume", "exit");
        assertThat(bench.storage().events().last(new StreamId(2))).isEqualTo(1);
    }

    @Test
    void eachExperimentKnowsItsOwnOutcomes() {
        String two = TWO_PARAMETERS.replace("[binary]", "[binary, continuous]\noutcome_names = [seen, rating]");
        talk.setup(two);
        talk.setup(two.replace("seen, rating", "heard, loud"));
        talk.say("{\"type\": \"resume\", \"message\": {\"strat_id\": 0}}");
        String config = "\"config\": {\"a\": 1, \"b\": 4.5}, \"outcome\": ";

        assertThat(talk.say(tellOf(config + "{\"rating\": \"2.5\", \"seen\": 1}")))
                .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        assertThat(talk.say(tellOf(config + "{\"heard\": 1, \"loud\": 2}"))).contains("KeyError(", "seen", "rating");
        assertThat(talk.say(tellOf(config + "{\"seen\": 1}"))).contains("KeyError(");
    }

    @Test
    void everyOtherKeyOfATellIsExtraDataWhateverItsName() {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say(
                        tellOf("\"config\": {\"intensity\": 1}, \"outcome\": 1, \"timestamp\": 5, \"server\": \"x\","
                                + " \"master_table\": null")))
                .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        assertThat(bench.storage()
                        .results()
                        .orElseThrow()
                        .read(new StreamId(1))
                        .get(1)
                        .toString())
                .contains("{\"timestamp\": 5, \"server\": \"x\", \"master_table\": null}");
        assertThat(talk.ask()).startsWith("{\"config\"");
    }

    @Test
    void trialsThatAreOnlyRecordedAreNotCounted() {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say(tellOf("\"config\": {\"note\": [1, 2]}, \"outcome\": [5, 6], \"model_data\": false")))
                .isEqualTo("{\"trials_recorded\": 2, \"model_data_added\": 0}");
        assertThat(talk.say("{\"type\": \"info\"}"))
                .contains("\"current_strat_data_pts\": 0", "\"current_strat_can_fit\": false");
    }

    @Test
    void numbersOutsideTheBoundsMayHaveBeenShown() {
        talk.setup(AdaptiveBench.TWO_STEPS);

        assertThat(talk.say(tellOf("\"config\": {\"intensity\": [-3, 99]}, \"outcome\": [1, 0]")))
                .isEqualTo("{\"trials_recorded\": 2, \"model_data_added\": 2}");
    }

    @Test
    void aPointIsAskedForAtOnceAlsoWhereThePointsAreToBePreparedAndTheOptionsCount() {
        talk.setup(AdaptiveBench.TWO_STEPS.replace("[common]", "[common]\npregen_asks = True"));

        assertThat(talk.say(
                        "{\"type\": \"ask\", \"message\": {\"num_points\": 2, \"fixed_pars\": {\"intensity\": 3}}}"))
                .startsWith("{\"config\": {\"intensity\": [3.0, 3.0]}");
        assertThat(talk.say("{\"type\": \"finish_strategy\"}")).contains("init_strat");
        assertThat(talk.ask()).contains("no data has been given");
        assertThat(talk.say(tellOf("\"config\": {\"intensity\": 3}, \"outcome\": 1")))
                .contains("trials_recorded");
        assertThat(talk.ask()).startsWith("{\"config\"");
    }
}
