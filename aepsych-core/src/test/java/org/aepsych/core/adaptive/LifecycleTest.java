package org.aepsych.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Stimulus;
import org.aepsych.api.strategy.Presentation;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.adaptive.message.SessionMessages.Asked;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When steps are finished, and what moves a session to the next one. */
@OnEveryStorage
class LifecycleTest {
    private static final String HEAD = """
            [common]
            parnames = [x]
            outcome_types = [binary]
            strategy_names = [one, two]
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [two]
            generator = SobolGenerator
            min_asks = 1
            min_total_outcome_occurrences = 0
            [one]
            """;

    private final AdaptiveBench bench = new AdaptiveBench();
    private final AdaptiveExperiments experiments = bench.experiments();
    private final SessionMessages messages = bench.messages();

    @AfterEach
    void close() {
        bench.close();
    }

    private StreamId setup(String stepOne) {
        return experiments.setup(Json.Obj.empty(), ExperimentFile.parse(HEAD + stepOne), Optional.empty()).stream();
    }

    private Asked ask(StreamId stream, int points) {
        return messages.ask(stream, Json.Obj.empty(), points, Json.Obj.empty());
    }

    private void tell(StreamId stream, String outcome) {
        Json.Obj message = (Json.Obj) new JsonReader().read("{\"config\": {\"x\": 0.5}, \"outcome\": " + outcome + "}");
        messages.tell(stream, Json.Obj.empty().with("message", message), message);
    }

    private String step(StreamId stream) {
        return messages.status(stream).step();
    }

    @Test
    void asksAreCountedInPoints() {
        StreamId stream = setup("generator = SobolGenerator\nmin_asks = 3\nmin_total_outcome_occurrences = 0");
        ask(stream, 2);
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("one");
        assertThat(ask(stream, 1).finished()).isTrue();
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void withoutDataAStepIsNeverFinished() {
        StreamId stream = setup("generator = SobolGenerator\nmax_asks = 1");
        ask(stream, 1);
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("one");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void bothBinaryOutcomesMustBeSeenUnlessTheFileSaysOtherwise() {
        StreamId stream = setup("generator = SobolGenerator\nmin_asks = 1");
        ask(stream, 1);
        tell(stream, "1");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("one");
        tell(stream, "0");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void tellsAreCountedOverTheWholeSession() {
        StreamId stream = setup("generator = SobolGenerator\nmin_total_tells = 2\nmin_total_outcome_occurrences = 0");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("one");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
        assertThat(messages.status(stream).observations()).isEqualTo(2);
    }

    @Test
    void aListIsFinishedWhenItIsHandedOutWhateverElseTheFileSays() {
        StreamId stream = setup("generator = ManualGenerator\npoints = [0.1, 0.2, 0.3]\nmin_asks = 50");
        tell(stream, "1");
        assertThat(ask(stream, 2).presentations())
                .isEqualTo(List.of(Presentation.of(Stimulus.of(0.1)), Presentation.of(Stimulus.of(0.2))));
        assertThat(ask(stream, 2).presentations()).isEqualTo(List.of(Presentation.of(Stimulus.of(0.3))));
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void theLastStepGoesOnWhenItIsFinished() {
        StreamId stream = setup("generator = SobolGenerator\nmax_asks = 1");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(ask(stream, 1).finished()).isTrue();
        assertThat(ask(stream, 1).presentations()).hasSize(1);
        assertThat(messages.status(stream).finished()).isTrue();
    }

    @Test
    void onlyFinishStrategyEndsAStepThatRunsIndefinitely() {
        StreamId stream = setup("generator = SobolGenerator\nrun_indefinitely = true\nmax_asks = 1");
        tell(stream, "1");
        ask(stream, 3);
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("one");
        assertThat(messages.finishStrategy(stream, Json.Obj.empty()))
                .isEqualTo(new SessionMessages.FinishedStep("one", 0));
        assertThat(messages.finishStrategy(stream, Json.Obj.empty()).index()).isZero();
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void aStepWithoutDataCannotBeSkipped() {
        StreamId stream = setup("generator = SobolGenerator");
        messages.finishStrategy(stream, Json.Obj.empty());
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> ask(stream, 1))
                .withMessage("Cannot initialize next strategy; no data has been given!");
        assertThat(step(stream)).isEqualTo("one");
        tell(stream, "1");
        ask(stream, 1);
        assertThat(step(stream)).isEqualTo("two");
    }

    @Test
    void theRangeOfTheModelMustBeWideEnough() {
        String model = "generator = tiny-model\nmodel = M\nmin_total_outcome_occurrences = 0\nmin_post_range = ";
        StreamId narrow = setup(model + "0.2");
        tell(narrow, "1");
        ask(narrow, 1);
        StreamId wide = setup(model + "0.1");
        tell(wide, "1");
        ask(wide, 1);

        assertThat(step(narrow)).isEqualTo("one");
        assertThat(step(wide)).isEqualTo("two");
    }

    @Test
    void askingForNothingIsAllowed() {
        StreamId stream = setup("generator = SobolGenerator\nmin_asks = 1");
        assertThat(ask(stream, 0).presentations()).isEmpty();
        assertThat(bench.replay().verify(stream).verified()).isTrue();
    }

    @Test
    void anAliasGivesAStrategyOptionsOfItsOwn() {
        StreamId stream = setup(
                "generator = mine\n[mine]\nclass = ManualGenerator\npoints = [0.25]\n[ManualGenerator]\npoints = [9]");
        assertThat(ask(stream, 1).presentations()).isEqualTo(List.of(Presentation.of(Stimulus.of(0.25))));
    }

    @Test
    void optionsOfTheStepComeBeforeThoseOfCommon() {
        StreamId stream = experiments
                .setup(
                        Json.Obj.empty(),
                        ExperimentFile.parse(HEAD.replace("[common]", "[common]\npoints = [1]")
                                + "generator = ManualGenerator\npoints = [0.75]\n[ManualGenerator]\nshuffle = false"),
                        Optional.empty())
                .stream();
        assertThat(ask(stream, 1).presentations()).isEqualTo(List.of(Presentation.of(Stimulus.of(0.75))));
    }

    @Test
    void aListWithoutPointsIsRefusedAtSetup() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> setup("generator = ManualGenerator"))
                .withMessageContaining("points");
    }

    @Test
    void theFinishedFlagIsThatOfTheStateAfterTheAsk() {
        StreamId stream = setup("generator = ManualGenerator\npoints = [0.1]\n");
        tell(stream, "1");
        ask(stream, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(ask(stream, 1).finished())
                    .isEqualTo(messages.status(stream).finished());
        }
    }
}
