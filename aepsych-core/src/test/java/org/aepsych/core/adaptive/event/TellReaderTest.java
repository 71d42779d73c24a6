package org.aepsych.core.adaptive.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.strategy.Observation;
import org.aepsych.core.adaptive.design.DesignReader;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellReaderTest {
    private static final String SINGLE = """
            [common]
            parnames = [x, col]
            outcome_types = [binary]
            strategy_names = [s]
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [col]
            par_type = categorical
            choices = [red, green]
            [s]
            generator = SobolGenerator
            """;
    private static final String TWO_OUTCOMES =
            SINGLE.replace("[binary]", "[binary, continuous]\noutcome_names = [det, strength]");

    private static Tell read(String file, String message) {
        ExperimentDesign design = DesignReader.read(ExperimentFile.parse(file), TinyStrategies.extensions());
        return TellReader.read(design, (Json.Obj) new JsonReader().read(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"config\": {\"x\": 0.5, \"col\": \"red\"}, \"outcome\": 1}",
                "{\"config\": {\"x\": [0.5], \"col\": [\"red\"]}, \"outcome\": [1]}",
                "{\"config\": {\"x\": [0.5], \"col\": \"red\"}, \"outcome\": \"1\"}",
                "{\"config\": {\"x\": \"0.5\", \"col\": 0}, \"outcome\": true}",
                "{\"config\": {\"x\": [[0.5]], \"col\": [[\"red\"]]}, \"outcome\": {\"outcome_1\": 1.0}}",
                "{\"config\": {\"col\": \"red\", \"more\": 3, \"x\": 0.5}, \"outcome\": 1, \"model_data\": \"false\"}",
            })
    void oneTrialHasManyForms(String message) {
        Tell tell = read(SINGLE, message);

        assertThat(tell.trials()).hasSize(1);
        Observation observation = tell.trials().get(0).observation().orElseThrow();
        assertThat(observation.presentation().stimuli().toString())
                .contains("0.5")
                .contains("red");
        assertThat(observation.outcomes()).containsExactly(1.0);
    }

    @Test
    void textsAreKeptWholeAndValuesAsTheyWereSent() {
        Tell tell = read(
                SINGLE,
                "{\"config\": {\"col\": [\"red\", 1], \"x\": [5, 3.0]}, \"outcome\": [1, 0], \"timestamp\": \"now\"}");

        assertThat(tell.trials().get(0).parameters())
                .containsExactly(new NamedText("col", "red"), new NamedText("x", "5"));
        assertThat(tell.trials().get(1).parameters())
                .containsExactly(new NamedText("col", "1"), new NamedText("x", "3.0"));
        assertThat(tell.extraData()).isEqualTo("{\"timestamp\": \"now\"}");
    }

    @Test
    void severalOutcomesAreRecordedInTheOrderOfTheRequestAndLearntInThatOfTheFile() {
        Tell tell = read(
                TWO_OUTCOMES,
                "{\"config\": {\"x\": 0.5, \"col\": \"red\"}, \"outcome\": {\"strength\": 2.5, \"det\": [1]}}");

        assertThat(tell.trials().get(0).outcomes())
                .containsExactly(new NamedNumber("strength", 2.5), new NamedNumber("det", 1));
        assertThat(tell.trials().get(0).observation().orElseThrow().outcomes()).containsExactly(1.0, 2.5);
    }

    @Test
    void whatIsNotModelledNeedNotFitTheSpace() {
        Tell tell = read(SINGLE, "{\"config\": {\"other\": 7}, \"outcome\": 0.5, \"model_data\": false}");

        assertThat(tell.modelData()).isFalse();
        assertThat(tell.trials())
                .containsExactly(new Trial(
                        List.of(new NamedText("other", "7")),
                        List.of(new NamedNumber("outcome", 0.5)),
                        java.util.Optional.empty()));
    }

    @Test
    void noTrialsAreAllowed() {
        assertThat(read(SINGLE, "{\"config\": {\"x\": [], \"col\": []}, \"outcome\": []}")
                        .trials())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"config\": {\"x\": 0.5, \"col\": \"purple\"}, \"outcome\": 1}",
                "{\"config\": {\"x\": 0.5, \"col\": 2}, \"outcome\": 1}",
                "{\"config\": {\"x\": [0.5, 0.6], \"col\": [\"red\"]}, \"outcome\": [1, 1]}",
                "{\"config\": {\"x\": [0.5, [0.6]], \"col\": [\"red\", \"red\"]}, \"outcome\": [1, 1]}",
                "{\"config\": {\"x\": [[0.5, 0.6]], \"col\": [[\"red\", \"red\"]]}, \"outcome\": [1]}",
                "{\"config\": {\"x\": 0.5, \"col\": \"red\"}, \"outcome\": [[1]]}",
                "{\"config\": {\"x\": 0.5, \"col\": \"red\"}, \"outcome\": null}",
                "{\"config\": {\"x\": {}, \"col\": \"red\"}, \"outcome\": 1}",
                "{\"config\": {\"x\": \"much\", \"col\": \"red\"}, \"outcome\": 1}",
                "{\"config\": {}, \"outcome\": 1, \"model_data\": 0}",
                "{\"config\": [], \"outcome\": 1}"
            })
    void whatDoesNotFitIsRefused(String message) {
        assertThatExceptionOfType(AepsychException.class).isThrownBy(() -> read(SINGLE, message));
    }

    @Test
    void severalOutcomesNeedTheirNames() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> read(TWO_OUTCOMES, "{\"config\": {\"x\": 0.5, \"col\": \"red\"}, \"outcome\": 1}"))
                .withMessageContaining("strength");
    }
}
