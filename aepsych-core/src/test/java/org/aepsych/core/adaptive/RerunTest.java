package org.aepsych.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.core.adaptive.recorded.NumberedSession;
import org.aepsych.core.adaptive.session.AdaptiveProtocol;
import org.aepsych.core.adaptive.session.AdaptiveState;
import org.aepsych.core.adaptive.session.SessionGlance;
import org.aepsych.core.json.Json;
import org.aepsych.core.message.Conversation;
import org.aepsych.core.replay.Rerun;
import org.aepsych.core.replay.Rerun.Run;
import org.aepsych.core.replay.Rerun.Verdict;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that are run again, to their end or to some message, and that go another way from there. */
@OnEveryStorage
class RerunTest {
    private static final StreamId STREAM = new StreamId(1);
    private static final String INFO = "{\"type\": \"info\"}";

    private final AdaptiveBench bench = new AdaptiveBench();
    private final Conversation client = bench.desk().connect();

    @BeforeEach
    void record() {
        say(Json.Obj.empty()
                .with("type", Json.of("setup"))
                .with("message", Json.Obj.empty().with("config_str", Json.of(AdaptiveBench.TWO_STEPS)))
                .text());
        for (int trial = 0; trial < 2; trial++) {
            say("{\"type\": \"ask\", \"message\": \"\"}");
            say("{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": [" + trial + "]}, \"outcome\": " + trial
                    + "}}");
        }
        say("{\"type\": \"finish_strategy\"}");
        say("{\"type\": \"ask\", \"message\": \"\"}");
        say("{\"type\": \"exit\"}");
    }

    @AfterEach
    void close() {
        client.close();
        bench.close();
    }

    private String say(String request) {
        return client.handle(request).text();
    }

    private final List<Run> runs = new ArrayList<>();

    private Rerun.Result<AdaptiveState> rerun(boolean compute, long last) {
        runs.clear();
        return new Rerun<>(
                        new AdaptiveProtocol(TinyStrategies.extensions()),
                        bench.storage().events())
                .run(STREAM, compute, last, runs::add);
    }

    @Test
    void everyMessageIsRunWithOrWithoutComputationsAndTheSessionStandsTheSame() {
        for (boolean compute : new boolean[] {true, false}) {
            Rerun.Result<AdaptiveState> result = rerun(compute, Long.MAX_VALUE);

            assertThat(result.messages()).isEqualTo(8);
            assertThat(result.bad()).isZero();
            assertThat(SessionGlance.of(result.state())).isEqualTo(new SessionGlance("opt_strat", 2, 2, true));
        }
    }

    @Test
    void aRerunStopsAtAnyMessage() {
        assertThat(SessionGlance.of(rerun(true, 3).state())).isEqualTo(new SessionGlance("init_strat", 1, 1, false));
        assertThat(runs).extracting(run -> run.recorded().type()).containsExactly("setup", "ask", "tell");
    }

    @Test
    void aRerunWritesNothing() {
        long before = bench.storage().events().last(STREAM);
        rerun(true, Long.MAX_VALUE);

        assertThat(bench.storage().events().last(STREAM)).isEqualTo(before);
        assertThat(bench.storage().results().orElseThrow().read(STREAM)).hasSize(3);
    }

    @Test
    void messagesThatAreUnknownBadOrDecidedOtherwiseAreReportedAndTheOthersRun() {
        append("telepathy", "{\"request\": {}}");
        append("tell", "{\"request\": {\"message\": {\"config\": {\"intensity\": \"much\"}, \"outcome\": 1}}}");
        append("query", "not even JSON");
        append("finish_strategy", "{\"request\": {}, \"step\": 7}");
        append("tell", "{\"request\": {\"message\": {\"config\": {\"intensity\": 3}, \"outcome\": 1}}}");

        Rerun.Result<AdaptiveState> result = rerun(true, Long.MAX_VALUE);

        assertThat(runs.subList(8, 13))
                .extracting(Run::verdict)
                .containsExactly(Verdict.LEFT_OUT, Verdict.LEFT_OUT, Verdict.LEFT_OUT, Verdict.DIFFERENT, Verdict.GOOD);
        assertThat(runs.get(8).note()).contains("telepathy", "unknown");
        assertThat(result.bad()).isEqualTo(4);
        assertThat(SessionGlance.of(result.state()).trials()).isEqualTo(3);
    }

    @Test
    void anAlteredMessageIsRunAndReported() {
        NewEvent event = event("exit", "{\"request\": {}}");
        bench.storage()
                .events()
                .append(new Batch(
                        STREAM, 8, List.of(new RecordedEvent(9, event, "0".repeat(64))), List.of(), List.of()));

        assertThat(rerun(true, Long.MAX_VALUE).bad()).isOne();
        assertThat(runs.get(8).verdict()).isEqualTo(Verdict.ALTERED);
    }

    private static NewEvent event(String type, String contents) {
        return new NewEvent(Instant.parse("2026-01-07T13:00:00Z"), type, 1, contents, Optional.empty());
    }

    private void append(String type, String contents) {
        List<RecordedEvent> events = bench.storage().events().read(STREAM, 0);
        RecordedEvent last = events.get(events.size() - 1);
        bench.storage()
                .events()
                .append(new Batch(
                        STREAM,
                        last.sequence(),
                        HashChain.seal(last.sequence(), last.hash(), List.of(event(type, contents))),
                        List.of(),
                        List.of()));
    }

    @Test
    void aSessionGoesAnotherWayFromAMessageOn() {
        NumberedSession fork = bench.experiments().fork(STREAM, 4);

        assertThat(fork.number()).isEqualTo(1);
        assertThat(say("{\"type\": \"resume\", \"message\": {\"strat_id\": 1}}"))
                .isEqualTo("{\"strat_id\": 1}");
        assertThat(say(INFO)).contains("\"current_strat_name\": \"init_strat\", \"current_strat_data_pts\": 1");
        assertThat(say("{\"type\": \"tell\", \"message\": {\"config\": {\"intensity\": [9]}, \"outcome\": 1}}"))
                .contains("trials_recorded");

        List<RecordedEvent> first = bench.storage().events().read(STREAM, 0);
        List<RecordedEvent> second = bench.storage().events().read(fork.stream(), 0);
        assertThat(second.subList(0, 4)).isEqualTo(first.subList(0, 4));
        assertThat(second.get(4).type()).isEqualTo("fork");
        assertThat(first).hasSize(8);
        assertThat(bench.replay().verify(fork.stream()).problem()).isEmpty();
        assertThat(bench.replay().rebuild(fork.stream()).identical()).isTrue();
    }

    @Test
    void anEndedSessionIsAliveAgainInItsFork() {
        client.close();
        bench.experiments().fork(STREAM, 6);

        try (Conversation next = bench.desk().connect()) {
            assertThat(next.handle(INFO).text()).contains("\"current_strat_index\": 1");
        }
    }

    @Test
    void thereIsNoForkWhereThereIsNoMessage() {
        for (long last : new long[] {0, 9}) {
            assertThatExceptionOfType(AepsychException.class)
                    .isThrownBy(() -> bench.experiments().fork(STREAM, last))
                    .withMessageContaining("messages 1 to 8");
        }
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> bench.experiments().fork(new StreamId(2), 1));
    }
}
