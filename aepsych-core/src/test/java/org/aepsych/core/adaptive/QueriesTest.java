package org.aepsych.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.message.AdaptiveView;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions to a model that believes in a parabola with its top, 1, in the middle of the space. */
@OnEveryStorage
class QueriesTest {
    private static final String FILE = """
            [common]
            parnames = [a, b]
            outcome_types = [binary]
            strategy_names = [opt]
            [a]
            par_type = continuous
            lower_bound = 0
            upper_bound = 4
            [b]
            par_type = continuous
            lower_bound = -1
            upper_bound = 1
            [opt]
            generator = tiny-model
            model = M
            """;

    private final AdaptiveBench bench = new AdaptiveBench();
    private StreamId stream = new StreamId(1);

    @BeforeEach
    void setup() {
        stream = bench.experiments().setup(Json.Obj.empty(), ExperimentFile.parse(FILE), Optional.empty()).stream();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void tell() {
        Json.Obj message = object("{\"config\": {\"a\": 1, \"b\": 0}, \"outcome\": 1}");
        bench.messages().tell(stream, Json.Obj.empty().with("message", message), message);
    }

    private Json.Obj query(String text) {
        Json.Obj message = object(text);
        return bench.messages().query(stream, Json.Obj.empty().with("message", message), message);
    }

    private static Json.Obj object(String text) {
        return (Json.Obj) new JsonReader().read(text);
    }

    private static double number(Json.Obj answer, String... path) {
        Json json = answer;
        for (String name : path) {
            json = ((Json.Obj) json).find(name).orElseThrow();
        }
        return ((Json.Real) (json instanceof Json.Arr array ? array.items().get(0) : json)).value();
    }

    @Test
    void theTopIsFound() {
        tell();
        Json.Obj answer = query("{\"query_type\": \"max\"}");
        assertThat(number(answer, "x", "a")).isCloseTo(2, within(1e-3));
        assertThat(number(answer, "x", "b")).isCloseTo(0, within(1e-3));
        assertThat(number(answer, "y")).isCloseTo(1, within(1e-6));
    }

    @Test
    void theBottomIsACorner() {
        tell();
        assertThat(number(query("{\"query_type\": \"min\", \"probability_space\": true}"), "y"))
                .isEqualTo(0.25);
    }

    @Test
    void aValueIsFoundWhereParametersAreHeld() {
        tell();
        Json.Obj answer = query("{\"query_type\": \"inverse\", \"y\": 0.8, \"constraints\": {\"1\": 0.5}}");
        assertThat(number(answer, "x", "b")).isEqualTo(0.5);
        assertThat(number(answer, "y")).isCloseTo(0.8, within(1e-3));
        assertThat(answer.find("constraints").orElseThrow().text()).isEqualTo("{\"1\": 0.5}");
        assertThat(number(query("{\"constraints\": {\"a\": 1}}"), "x", "a")).isEqualTo(1);
    }

    @Test
    void queriesAreRecordedWithTheirAnswersAndVerified() {
        tell();
        query("{\"query_type\": \"max\"}");
        assertThat(bench.storage().events().read(stream, 2).get(0).contents()).contains("\"answer\": {\"query_type\"");
        assertThat(bench.replay().verify(stream).verified()).isTrue();
    }

    @Test
    void aModelWithoutDataSaysSo() {
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{}"))
                .withMessageContaining("no data");
    }

    @Test
    void theViewShowsTheTrials() {
        tell();
        AdaptiveView view = bench.experiments().view(stream);

        assertThat(view.steps()).containsExactly("opt");
        assertThat(view.trials()).hasSize(1);
        assertThat(view.trials().get(0).parameters())
                .extracting(p -> p.name() + "=" + p.value())
                .containsExactly("a=1", "b=0");
        assertThat(bench.experiments().list())
                .extracting(AdaptiveView.Summary::name)
                .containsExactly("default name");
    }

    @Test
    void questionsThatTheStrategyDoesNotAnswerAreRefused() {
        tell();
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"jnd\", \"x\": {\"a\": 1, \"b\": 0}}"))
                .withMessageContaining("does not answer questions of the type jnd");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"jnd\", \"x\": {\"a\": 1}}"))
                .withMessageStartingWith("'b' is missing; give its value in 'x' or 'constraints'");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"threshold\"}"))
                .withMessage("'a' is missing; give its value in 'x' or 'constraints' ('parameter' names the one that"
                        + " varies)");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"jnd\", \"x\": {\"a\": 1}, \"method\": \"leap\"}"))
                .withMessageContaining("'method' expects one of [step, taylor], but found leap");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"threshold\", \"outcome\": \"smell\"}"))
                .withMessageContaining("'outcome' expects one of [outcome_1], but found smell");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"threshold\", \"parameter\": \"c\"}"))
                .withMessageContaining("[a, b]");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> query("{\"query_type\": \"threshold\", \"credibility\": 95}"))
                .withMessageContaining("above 0 and below 1");
    }
}
