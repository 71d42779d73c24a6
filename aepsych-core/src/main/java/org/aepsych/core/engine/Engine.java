package org.aepsych.core.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.aepsych.api.AepsychException;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes of all streams of one protocol. Thread-safe.
 *
 * @param <S> state of a stream
 * @param <E> its events
 */
public final class Engine<S, E> {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final StreamProtocol<S, E> protocol;
    private final Storage storage;
    private final InstantSource clock;
    private final Executor executor;
    private final boolean shared;
    private final Map<StreamId, Lane<S, E>> lanes = new ConcurrentHashMap<>();
    private final List<EventListener<E>> listeners = new CopyOnWriteArrayList<>();

    /**
     * An engine without open lanes; they are loaded from the storage when they are first needed.
     *
     * @param protocol what the events mean
     * @param storage where the logs are
     * @param clock stamps the events
     * @param executor runs the lanes; several threads, since a lane waits while its batch becomes durable
     */
    public Engine(StreamProtocol<S, E> protocol, Storage storage, InstantSource clock, Executor executor) {
        this.protocol = protocol;
        this.storage = storage;
        this.clock = clock;
        this.executor = executor;
        this.shared = storage.news().isPresent();
        storage.news().ifPresent(news -> news.listen(this::movedElsewhere));
    }

    /**
     * Opens a stream with its first event.
     *
     * @param header the row of {@code master}
     * @param first the event that sets it up
     * @param extraInfo JSON text that the client sent along
     * @return the lane of the new stream, durable
     */
    public Lane<S, E> open(StreamHeader header, E first, Optional<String> extraInfo) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NewEvent encoded = protocol.encode(new EventStamp(now, extraInfo), first);
        List<RecordedEvent> sealed = HashChain.seal(0, HashChain.GENESIS, List.of(encoded));
        // The id is not known yet; rows and state of a first event do not depend on it.
        StreamId provisional = new StreamId(Long.MAX_VALUE);
        S state = protocol.apply(protocol.initial(provisional), sealed.get(0), first);
        List<ResultRow> rows = new ArrayList<>(protocol.rows(state, sealed.get(0), first));
        StreamId stream = storage.streams().open(header, sealed, rows);
        Lane<S, E> lane = lane(stream);
        committed(stream, 1, List.of(first));
        return lane;
    }

    /**
     * Returns the lane of a stream; loading happens when the first command or question arrives.
     *
     * @param stream a stream of this protocol
     * @return its lane, always the same one
     */
    public Lane<S, E> lane(StreamId stream) {
        return lanes.computeIfAbsent(
                stream, id -> new Lane<>(id, protocol, storage.events(), shared, clock, executor, this::committed));
    }

    /**
     * Lets go of a stream that was deleted.
     *
     * @param stream whose lane is not needed any more
     */
    public void forget(StreamId stream) {
        lanes.remove(stream);
    }

    /**
     * Returns the protocol.
     *
     * @return what the events mean
     */
    public StreamProtocol<S, E> protocol() {
        return protocol;
    }

    /**
     * Adds a listener.
     *
     * @param listener told of everything that becomes durable from now on
     */
    public void onCommit(CommitListener listener) {
        listeners.add((stream, last, events) -> listener.committed(stream, last));
    }

    /**
     * Adds a listener who wants to know what was recorded.
     *
     * @param listener told of everything that becomes durable from now on
     */
    public void onEvents(EventListener<E> listener) {
        listeners.add(listener);
    }

    /** Another server may have written: listeners are told, and a lane that is open catches up before it tells them. */
    private void movedElsewhere(StreamId stream) {
        try {
            executor.execute(() -> catchUp(stream));
        } catch (RejectedExecutionException e) {
            LOG.trace("the engine has been closed", e);
        }
    }

    private void catchUp(StreamId stream) {
        try {
            Lane<S, E> open = lanes.get(stream);
            if (open != null) {
                CompletableFuture<Boolean> unused = open.read(state -> true);
            } else if (storage.streams()
                    .find(stream)
                    .filter(header -> header.protocol() == protocol.kind())
                    .isPresent()) {
                committed(stream, storage.events().last(stream), List.of());
            }
        } catch (AepsychException e) {
            LOG.warn("stream {}: what another server wrote is not known yet: {}", stream, e.getMessage());
        }
    }

    /** What happened has happened: who fails to hear of it must not make a lane decide once more. */
    private void committed(StreamId stream, long last, List<E> events) {
        for (EventListener<E> listener : listeners) {
            try {
                listener.committed(stream, last, events);
            } catch (RuntimeException e) {
                LOG.error("stream {}: a listener failed to hear of event {}, which is recorded", stream, last, e);
            }
        }
    }
}
