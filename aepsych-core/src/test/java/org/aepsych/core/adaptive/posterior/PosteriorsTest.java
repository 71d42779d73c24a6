package org.aepsych.core.adaptive.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.posterior.PosteriorView.Axis;
import org.aepsych.core.adaptive.posterior.PosteriorView.Belief;
import org.aepsych.core.adaptive.posterior.PosteriorView.Scale;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks at a model whose latent function is a parabola with variance 1, its top, 1, in the middle of the space. */
@OnEveryStorage
class PosteriorsTest {
    private static final String PLANE = """
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
            lower_bound = 0.01
            upper_bound = 1
            log_scale = True
            [opt]
            generator = tiny-model
            model = M
            """;
    private static final String MANY = PLANE.replace("[a, b]", "[a, b, n, colour]") + """
            [n]
            par_type = integer
            lower_bound = 1
            upper_bound = 5
            [colour]
            par_type = categorical
            choices = [red, green]
            """;

    private final AdaptiveBench bench = new AdaptiveBench();
    private final Posteriors posteriors = new Posteriors(bench.lanes());

    @AfterEach
    void close() {
        bench.close();
    }

    private StreamId session(String file) {
        return bench.experiments().setup(Json.Obj.empty(), ExperimentFile.parse(file), Optional.empty()).stream();
    }

    private void tell(StreamId stream, String config, int outcome) {
        Json.Obj message =
                (Json.Obj) new JsonReader().read("{\"config\": " + config + ", \"outcome\": " + outcome + "}");
        var unused = bench.messages().tell(stream, Json.Obj.empty().with("message", message), message);
    }

    private static PosteriorQuestion question(String horizontal, String vertical, Map<String, String> held) {
        return new PosteriorQuestion(
                Optional.of(horizontal), Optional.of(vertical), held, Optional.empty(), Optional.empty());
    }

    @Test
    void aPlaneShowsWhatIsExpectedAndHowUncertainThatIs() {
        StreamId stream = session(PLANE);
        tell(stream, "{\"a\": 2, \"b\": 0.1}", 1);
        PosteriorView view =
                posteriors.present(stream, PosteriorQuestion.DEFAULT).orElseThrow();

        assertThat(view.axes()).extracting(Axis::name).containsExactly("a", "b");
        assertThat(view.axes().get(0).values()).startsWith(0.0).endsWith(4.0).hasSize(33);
        assertThat(view.axes().get(1).values().get(16))
                .as("the middle in logarithms")
                .isCloseTo(0.1, within(1e-12));
        assertThat(view.scale()).isEqualTo(Scale.PROBABILITY);
        Belief middle = view.beliefs().get(16 * 33);
        double mean = 1 - 0.25;
        assertThat(middle.expected()).isCloseTo(mean / 2, within(1e-12));
        assertThat(middle.deviation())
                .as("the probability is half the latent value")
                .isCloseTo(0.5, within(1e-12));
        assertThat(middle.upper() - middle.lower()).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(view.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.places().get(0)).containsExactly(2.0, 0.1);
            assertThat(trial.near()).isTrue();
        });
    }

    @Test
    void ofMoreParametersASliceIsShownAndTheOthersAreHeld() {
        StreamId stream = session(MANY);
        tell(stream, "{\"a\": 2, \"b\": 0.1, \"n\": 5, \"colour\": \"green\"}", 1);
        tell(stream, "{\"a\": 2, \"b\": 0.1, \"n\": 3, \"colour\": \"red\"}", 0);

        PosteriorView chosen =
                posteriors.present(stream, PosteriorQuestion.DEFAULT).orElseThrow();
        assertThat(chosen.choices()).containsExactly("a", "b", "n");
        assertThat(chosen.held())
                .extracting(held -> held.name() + "=" + held.value())
                .containsExactly("n=3", "colour=red");
        assertThat(chosen.trials()).extracting(PosteriorView.Point::near).containsExactly(false, true);

        PosteriorView curve = posteriors
                .present(stream, question("n", PosteriorQuestion.NONE, Map.of("a", "9", "colour", "green")))
                .orElseThrow();
        assertThat(curve.axes())
                .singleElement()
                .satisfies(axis -> assertThat(axis.values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(curve.held())
                .extracting(held -> held.name() + "=" + held.value())
                .as("what lies beyond is held at the bound")
                .satisfies(values -> assertThat(values.get(1)).startsWith("b=0.1"))
                .contains("a=4", "colour=green");
    }

    @Test
    void whatIsNotThereIsRefused() {
        StreamId stream = session(MANY);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> posteriors.present(stream, question("c", "", Map.of())))
                .withMessageContaining("[a, b, n]");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> posteriors.present(stream, question("a", "", Map.of("colour", "blue"))))
                .withMessageContaining("blue");
    }

    @Test
    void beforeTheModelHasDataThereAreOnlyTheTrials() {
        PosteriorView view =
                posteriors.present(session(PLANE), PosteriorQuestion.DEFAULT).orElseThrow();
        assertThat(view.beliefs()).isEmpty();
        assertThat(view.model()).isEmpty();
        assertThat(view.trials()).isEmpty();
    }

    @Test
    void allWhoLookAtATrialSeeOneAnswerAndTheNextTrialGivesAnother() {
        StreamId stream = session(PLANE);
        tell(stream, "{\"a\": 2, \"b\": 0.1}", 1);
        PosteriorView first =
                posteriors.present(stream, PosteriorQuestion.DEFAULT).orElseThrow();
        assertThat(posteriors.present(stream, PosteriorQuestion.DEFAULT).orElseThrow())
                .isSameAs(first);
        tell(stream, "{\"a\": 1, \"b\": 0.1}", 0);
        assertThat(posteriors
                        .present(stream, PosteriorQuestion.DEFAULT)
                        .orElseThrow()
                        .trials())
                .hasSize(2);
        assertThat(bench.storage().events().last(stream))
                .as("looking records nothing")
                .isEqualTo(3);
    }
}
