package org.aepsych.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.json.Json;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole conversation: members, their order and their types are those that AEPsych's clients were written for. */
@OnEveryStorage
class TranscriptTest {
    private final AdaptiveBench bench = new AdaptiveBench();
    private final Talk talk = new Talk(bench.desk().connect());

    @AfterEach
    void close() {
        talk.close();
        bench.close();
    }

    @Test
    void aSingleStimulusExperimentRunsThroughItsTwoSteps() {
        assertThat(talk.setup(AdaptiveBench.TWO_STEPS)).isEqualTo("{\"strat_id\": 0}");
        assertThat(talk.say("{\"type\": \"info\", \"message\": {}}"))
                .matches("\\{\"db_name\": \"[^\"]+\", \"exp_id\": \"[0-9a-f-]{36}\", \"strat_count\": 1,"
                        + " \"all_strat_names\": null, \"current_strat_index\": 0,"
                        + " \"current_strat_name\": \"init_strat\", \"current_strat_data_pts\": 0,"
                        + " \"current_strat_model\": \"model not set\", \"current_strat_acqf\": \"acqf not set\","
                        + " \"current_strat_finished\": false, \"current_strat_can_fit\": false\\}");
        assertThat(talk.say("{\"type\": \"parameters\", \"message\": \"\"}")).isEqualTo("{\"intensity\": [0.0, 10.0]}");

        for (int trial = 0; trial < 2; trial++) {
            String asked = talk.say("{\"type\": \"ask\", \"message\": {\"num_points\": 1}}");
            assertThat(asked)
                    .matches("\\{\"config\": \\{\"intensity\": \\[\\d\\.\\d+]}, \"is_finished\": false, \"num_points\":"
                            + " 1}");
            assertThat(talk.say("{\"type\": \"tell\", \"message\": {\"config\": " + talk.config(asked)
                            + ", \"outcome\": " + (1 - trial) + ", \"rt\": 0.31}}"))
                    .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        }
        assertThat(talk.say("{\"type\": \"query\", \"message\": {\"query_type\": \"max\"}}"))
                .isEqualTo(
                        "{\"server_error\": \"AssertionError('model is None! Cannot get the max without a model!')\","
                                + " \"message\": {\"type\": \"query\", \"message\": {\"query_type\": \"max\"}}}");

        String last = talk.say("{\"type\": \"ask\", \"message\": \"\"}");
        assertThat(last).endsWith("\"is_finished\": true, \"num_points\": 1}");
        assertThat(talk.tell(last, "1")).isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        assertThat(talk.say("{\"type\": \"info\", \"message\": {}}"))
                .endsWith("\"current_strat_name\": \"opt_strat\", \"current_strat_data_pts\": 3,"
                        + " \"current_strat_model\": \"GPClassificationModel\", \"current_strat_acqf\": \"EAVC\","
                        + " \"current_strat_finished\": true, \"current_strat_can_fit\": true}");
        assertThat(talk.say("{\"type\": \"query\", \"message\": {\"query_type\": \"prediction\", \"x\": {\"intensity\":"
                        + " 5}, \"probability_space\": true}}"))
                .isEqualTo("{\"query_type\": \"prediction\", \"probability_space\": true, \"constraints\": {},"
                        + " \"x\": {\"intensity\": [5]}, \"y\": 0.5}");
        assertThat(talk.say("{\"type\": \"get_config\", \"message\": {\"section\": \"intensity\", \"property\":"
                        + " \"upper_bound\"}}"))
                .isEqualTo("{\"intensity\": {\"upper_bound\": \"10\"}}");
        assertThat(talk.say("{\"type\": \"finish_strategy\", \"message\": {}}"))
                .isEqualTo("{\"finished_strategy\": \"opt_strat\", \"finished_strat_idx\": 1}");
        Reply goodbye = talk.session().handle("{\"type\": \"exit\", \"message\": \"\"}");
        assertThat(goodbye).isEqualTo(new Reply("{\"termination_type\": \"Terminate\", \"success\": true}", true));

        assertRecorded();
    }

    private void assertRecorded() {
        StreamId stream = new StreamId(1);
        StreamHeader header = bench.storage().streams().find(stream).orElseThrow();
        assertThat(header.experimentName()).contains("demo");
        assertThat(header.experimentDescription()).contains("default description");
        assertThat(header.participantId()).contains("P07");
        assertThat(header.extraMetadata()).contains("{\"site\": \"lab 3\"}");
        assertThat(bench.storage().events().read(stream, 0))
                .extracting(recorded -> recorded.type())
                .containsExactly(
                        "setup",
                        "parameters",
                        "ask",
                        "tell",
                        "ask",
                        "tell",
                        "ask",
                        "tell",
                        "query",
                        "finish_strategy",
                        "exit");
        List<ResultRow> rows = bench.storage().results().orElseThrow().read(stream);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .isInstanceOfSatisfying(
                        ResultRow.ConfigRow.class,
                        row -> assertThat(row.config()).isEqualTo(AdaptiveBench.TWO_STEPS));
        assertThat(rows.get(1)).isInstanceOfSatisfying(ResultRow.TrialRow.class, row -> {
            assertThat(row.extraData()).isEqualTo("{\"rt\": 0.31}");
            assertThat(row.outcomes()).containsExactly(new ResultRow.NamedNumber("outcome", 1));
            assertThat(row.parameters()).extracting(ResultRow.NamedText::name).containsExactly("intensity");
        });
        assertThat(bench.replay().verify(stream).problem()).isEmpty();
        assertThat(bench.replay().rebuild(stream).identical()).isTrue();
    }

    @Test
    void pairsGoOutAndComeBackNested() {
        talk.setup("""
                [common]
                parnames = [a, b]
                stimuli_per_trial = 2
                outcome_types = [binary]
                strategy_names = [init]
                [a]
                par_type = continuous
                lower_bound = 0
                upper_bound = 1
                [b]
                par_type = continuous
                lower_bound = -5
                upper_bound = 5
                [init]
                generator = SobolGenerator
                min_asks = 2
                """);
        String number = "-?\\d+\\.\\d+(e-\\d\\d)?";
        String pair = "\\[" + number + ", " + number + "]";

        assertThat(talk.say("{\"type\": \"ask\", \"message\": \"\"}"))
                .matches("\\{\"config\": \\{\"a\": \\[" + pair + "], \"b\": \\[" + pair
                        + "]}, \"is_finished\": false, \"num_points\": 1}");
        assertThat(talk.say(
                        "{\"type\": \"tell\", \"message\": {\"config\": {\"a\": [[0.1, 0.2], [0.3, 0.4]], \"b\": [[1,"
                                + " 2], [3, 4]]}, \"outcome\": [0, 1]}}"))
                .isEqualTo("{\"trials_recorded\": 2, \"model_data_added\": 2}");
        assertThat(talk.say("{\"type\": \"tell\", \"message\": {\"config\": {\"a\": [0.1, 0.2], \"b\": [1, 2]},"
                        + " \"outcome\": 1}}"))
                .isEqualTo("{\"trials_recorded\": 1, \"model_data_added\": 1}");
        assertThat(talk.say("{\"type\": \"tell\", \"message\": {\"config\": {\"a\": 0.1, \"b\": 1}, \"outcome\": 0}}"))
                .startsWith("{\"server_error\": \"ValueError(");
        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"a\": 0.5}}}"))
                .startsWith("{\"config\": {\"a\": [[0.5, 0.5]], ")
                .contains("\"is_finished\": true");

        List<ResultRow> rows = bench.storage().results().orElseThrow().read(new StreamId(1));
        assertThat(((ResultRow.TrialRow) rows.get(1)).parameters())
                .containsExactly(
                        new ResultRow.NamedText("a_stimuli0", "0.1"),
                        new ResultRow.NamedText("a_stimuli1", "0.2"),
                        new ResultRow.NamedText("b_stimuli0", "1"),
                        new ResultRow.NamedText("b_stimuli1", "2"));
    }

    @Test
    void everyKindOfParameterIsShownInItsOwnForm() {
        talk.setup("""
                [common]
                parnames = [n, flag, col, fixnum, fixstr]
                outcome_types = [continuous]
                strategy_names = [init]
                [n]
                par_type = integer
                lower_bound = 1
                upper_bound = 5
                [flag]
                par_type = binary
                [col]
                par_type = categorical
                choices = [red, green, blue]
                [fixnum]
                par_type = fixed
                value = 4.5
                [fixstr]
                par_type = fixed
                value = calm
                [init]
                generator = SobolGenerator
                min_asks = 2
                """);

        assertThat(talk.say("{\"type\": \"parameters\"}"))
                .isEqualTo("{\"n\": [1.0, 5.0], \"flag\": [0.0, 1.0], \"col\": [0.0, 2.0], \"fixnum\": [0.0, 1.0],"
                        + " \"fixstr\": [0.0, 1.0]}");
        String asked = talk.say("{\"type\": \"ask\", \"message\": {\"num_points\": 2, \"fixed_pars\": {\"n\": 2.4,"
                + " \"col\": \"blue\"}}}");
        assertThat(asked)
                .matches(
                        "\\{\"config\": \\{\"n\": \\[2\\.0, 2\\.0], \"flag\": \\[[01]\\.0, [01]\\.0], \"col\": \\[\"blue\","
                                + " \"blue\"], \"fixnum\": \\[4\\.5, 4\\.5], \"fixstr\": \\[\"calm\", \"calm\"]}, .*");
        assertThat(talk.tell(asked, "[0.25, -3]")).isEqualTo("{\"trials_recorded\": 2, \"model_data_added\": 2}");
        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"nope\": 1}}}"))
                .startsWith("{\"server_error\": \"ValueError(\\\"'nope' is not in list\\\")\"");
        assertThat(talk.say("{\"type\": \"ask\", \"message\": {\"fixed_pars\": {\"col\": \"purple\"}}}"))
                .startsWith("{\"server_error\": \"ValueError(\\\"'purple' is not in list\\\")\"");

        List<ResultRow> rows = bench.storage().results().orElseThrow().read(new StreamId(1));
        assertThat(((ResultRow.TrialRow) rows.get(1)).parameters())
                .contains(new ResultRow.NamedText("n", "2.0"), new ResultRow.NamedText("col", "blue"));
        assertThat(Json.of(((ResultRow.TrialRow) rows.get(2)).outcomes().get(0).value())
                        .text())
                .isEqualTo("-3.0");
    }
}
