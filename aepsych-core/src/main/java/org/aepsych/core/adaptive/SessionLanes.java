package org.aepsych.core.adaptive;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.core.engine.Command;
import org.aepsych.core.engine.Engine;

/**
 * The lanes of sessions, and the wait for what they answer. What doors call stands on this: {@link AdaptiveExperiments},
 * {@link SessionMessages}, {@link PresentedSessions}. Keeps snapshots beside the logs. Thread-safe.
 */
public final class SessionLanes {
    private final Engine<AdaptiveState, AdaptiveEvent> engine;
    private final SnapshotWriter snapshots;

    /**
     * Opens the sessions of a storage.
     *
     * @param storage where the logs are
     * @param protocol what the events mean
     * @param clock stamps the events
     * @param executor runs the sessions
     */
    public SessionLanes(Storage storage, AdaptiveProtocol protocol, InstantSource clock, Executor executor) {
        this.engine = new Engine<>(protocol, storage, clock, executor);
        this.snapshots = new SnapshotWriter(engine, storage.snapshots(), clock, executor);
        engine.onCommit(snapshots::committed);
    }

    /**
     * Returns the engine that keeps the sessions.
     *
     * @return for listeners to what becomes durable
     */
    public Engine<AdaptiveState, AdaptiveEvent> engine() {
        return engine;
    }

    /** Opens the log of a new session. */
    StreamId open(StreamHeader header, AdaptiveEvent.Setup first, Optional<String> extraInfo) {
        return engine.open(header, first, extraInfo).stream();
    }

    <R> R read(StreamId stream, Function<Session, R> question) {
        return await(engine.lane(stream).read(state -> question.apply(state.session())));
    }

    <R> R submit(StreamId stream, Command<AdaptiveState, AdaptiveEvent, R> command) {
        return await(engine.lane(stream).submit(command));
    }

    /** Keeps a snapshot of a session's strategy soon. */
    void snapshot(StreamId stream) {
        snapshots.save(stream);
    }

    private static <R> R await(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AepsychException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
