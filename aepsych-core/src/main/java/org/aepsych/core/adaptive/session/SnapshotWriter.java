package org.aepsych.core.adaptive.session;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.api.strategy.StateSchema;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.snapshot.SnapshotCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps snapshots of strategies now and then, off the way of answers; what goes wrong is only logged. They serve people
 * who look into the database: a restart folds the log, which costs little as no strategy is asked again.
 */
final class SnapshotWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);
    private static final long EVERY = 50;

    private final Engine<AdaptiveState, AdaptiveEvent> engine;
    private final SnapshotStore store;
    private final InstantSource clock;
    private final Executor executor;
    private final Map<StreamId, Long> saved = new ConcurrentHashMap<>();

    SnapshotWriter(
            Engine<AdaptiveState, AdaptiveEvent> engine, SnapshotStore store, InstantSource clock, Executor executor) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
        this.executor = executor;
    }

    private record Taken(long sequence, StateSchema schema, Record state) {}

    /** Takes a snapshot if enough has happened since the last one. */
    void committed(StreamId stream, long last) {
        if (last / EVERY > saved.getOrDefault(stream, 0L) / EVERY) {
            saved.put(stream, last);
            save(stream);
        }
    }

    /** Takes a snapshot. */
    void save(StreamId stream) {
        engine.lane(stream)
                .read(SnapshotWriter::take)
                .thenAcceptAsync(taken -> keep(stream, taken), executor)
                .exceptionally(reason -> {
                    LOG.info("no snapshot of stream {} was kept: {}", stream, reason.toString());
                    return null;
                });
    }

    private static Taken take(AdaptiveState state) {
        StepRun current = state.session().current();
        return new Taken(
                state.sequence(),
                current.step().factory().stateSchema(),
                current.strategy().state());
    }

    private void keep(StreamId stream, Taken taken) {
        store.save(stream, new SnapshotCodec(taken.schema()).encode(taken.sequence(), clock.instant(), taken.state()));
    }
}
