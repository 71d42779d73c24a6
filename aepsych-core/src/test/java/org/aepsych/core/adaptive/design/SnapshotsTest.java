package org.aepsych.core.adaptive.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.strategy.AskRequest;
import org.aepsych.api.strategy.Strategy;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.message.SessionMessages;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.snapshot.SnapshotCodec;
import org.aepsych.core.testing.AdaptiveBench;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.TinyStrategies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryStorage
class SnapshotsTest {
    private static final ExperimentFile FILE = ExperimentFile.parse("""
            [common]
            parnames = [x]
            outcome_types = [continuous]
            strategy_names = [opt]
            seed = 5
            [x]
            par_type = continuous
            lower_bound = 0
            upper_bound = 1
            [opt]
            generator = tiny-model
            model = M
            min_asks = 1000
            """);

    private final AdaptiveBench bench = new AdaptiveBench();
    private final AdaptiveExperiments experiments = bench.experiments();
    private final SessionMessages messages = bench.messages();

    @AfterEach
    void close() {
        bench.close();
    }

    private StreamId run(int trials) {
        StreamId stream = experiments.setup(Json.Obj.empty(), FILE, Optional.empty()).stream();
        Json.Obj message = (Json.Obj) new JsonReader().read("{\"config\": {\"x\": 0.5}, \"outcome\": 0.3}");
        for (int i = 0; i < trials; i++) {
            messages.ask(stream, Json.Obj.empty(), 1, Json.Obj.empty());
            messages.tell(stream, Json.Obj.empty().with("message", message), message);
        }
        return stream;
    }

    private Snapshot snapshot(StreamId stream, long sequence) {
        await().until(() -> bench.storage()
                .snapshots()
                .latest(stream, Long.MAX_VALUE)
                .filter(found -> found.sequence() >= sequence)
                .isPresent());
        return bench.storage().snapshots().latest(stream, Long.MAX_VALUE).orElseThrow();
    }

    @Test
    void aStrategyIsKeptNowAndThen() {
        assertThat(snapshot(run(30), 50).version()).isEqualTo(1);
    }

    @Test
    void aStrategyThatWasRestoredProposesTheSameAsTheOneThatWasKept() {
        StreamId stream = run(3);
        messages.exit(stream, Json.Obj.empty());
        Snapshot snapshot = snapshot(stream, 8);

        ExperimentDesign design = DesignReader.read(FILE, TinyStrategies.extensions());
        StepDesign step = design.steps().get(0);
        Record state =
                new SnapshotCodec(step.factory().stateSchema()).decode(snapshot).orElseThrow();
        Strategy restored = step.factory().restore(new SessionContext(design, step, 5), state);

        assertThat(restored.ask(new AskRequest(3, 1, Map.of())).presentations())
                .isEqualTo(messages.ask(stream, Json.Obj.empty(), 1, Json.Obj.empty())
                        .presentations());
    }
}
