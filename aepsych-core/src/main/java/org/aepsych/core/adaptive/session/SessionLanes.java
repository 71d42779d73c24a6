package org.aepsych.core.adaptive.session;

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
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.engine.Command;
import org.aepsych.core.engine.Engine;

/**
 * The lanes of sessions, and the wait for what they answer. What doors call stands on this: {@code AdaptiveExperiments},
 * {@code SessionMessages}, {@code PresentedSessions}. Keeps snapshots beside the logs. Thread-safe.
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

    /**
     * Opens the log of a new session.
     *
     * @param header who and what
     * @param first how it begins
     * @param extraInfo what the client said besides
     * @return its log
     * @throws AepsychException {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing can be recorded
     */
    public StreamId open(StreamHeader header, AdaptiveEvent.Setup first, Optional<String> extraInfo) {
        return engine.open(header, first, extraInfo).stream();
    }

    /**
     * Looks at a session, on its lane.
     *
     * @param <R> the answer
     * @param stream its log
     * @param question must not keep the session
     * @return the answer
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such session; what the question is refused
     *     with
     */
    public <R> R read(StreamId stream, Function<Session, R> question) {
        return await(engine.lane(stream).read(state -> question.apply(state.session())));
    }

    /**
     * Gives a command to a session's lane, and waits until what it did is durable.
     *
     * @param <R> the answer
     * @param stream its log
     * @param command what is wanted
     * @return the answer
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no such session; {@code STORAGE_UNAVAILABLE} or
     *     {@code CLOSED} if nothing can be recorded; what the command is refused with
     */
    public <R> R submit(StreamId stream, Command<AdaptiveState, AdaptiveEvent, R> command) {
        return await(engine.lane(stream).submit(command));
    }

    /**
     * Keeps a snapshot of a session's strategy soon.
     *
     * @param stream its log
     */
    public void snapshot(StreamId stream) {
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
