package org.aepsych.core.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.EventLog;

/**
 * Folds a log into a state, checking the hash chain on the way: a server never works on an altered log.
 *
 * @param <S> state of the stream
 * @param <E> its events
 */
public final class Fold<S, E> {
    private final StreamProtocol<S, E> protocol;

    /**
     * A fold of one kind of stream.
     *
     * @param protocol what the events mean
     */
    public Fold(StreamProtocol<S, E> protocol) {
        this.protocol = protocol;
    }

    /**
     * Called for each event of a log.
     *
     * @param <S> state of the stream
     * @param <E> its events
     */
    @FunctionalInterface
    public interface Step<S, E> {
        /**
         * Looks at an event and at the state before it.
         *
         * @param before the state before the event; must not be kept
         * @param recorded the event
         * @param event the same event, decoded
         */
        void before(S before, RecordedEvent recorded, E event);
    }

    /**
     * Called for each event of a log.
     *
     * @param <S> state of the stream
     * @param <E> its events
     */
    @FunctionalInterface
    public interface After<S, E> {
        /**
         * Looks at an event and at the state after it.
         *
         * @param after the state after the event; must not be kept
         * @param recorded the event
         * @param event the same event, decoded
         */
        void after(S after, RecordedEvent recorded, E event);
    }

    Loaded<S> load(StreamId stream, EventLog log) {
        return goOn(stream, log, new Loaded<>(protocol.initial(stream), 0, HashChain.GENESIS));
    }

    /** Folds what was written after a state, which is not to be used again. */
    Loaded<S> goOn(StreamId stream, EventLog log, Loaded<S> from) {
        return run(stream, log, from, (before, recorded, event) -> {}, (after, recorded, event) -> {});
    }

    /**
     * Folds a whole log.
     *
     * @param stream which log
     * @param log where it is
     * @param before called before each event is applied
     * @param after called after each event was applied
     * @return the number of events
     * @throws AepsychException {@code LOG_TAMPERED} naming the first event whose hash or number is wrong
     */
    public long walk(StreamId stream, EventLog log, Step<S, E> before, After<S, E> after) {
        Loaded<S> beginning = new Loaded<>(protocol.initial(stream), 0, HashChain.GENESIS);
        return run(stream, log, beginning, before, after).last();
    }

    /**
     * How things stood at a message.
     *
     * @param state the state after it
     * @param at the message
     * @param <S> state of the stream
     */
    public record Moment<S>(S state, RecordedEvent at) {}

    /**
     * Folds a log up to a message; what came later is not looked at.
     *
     * @param stream which log
     * @param log where it is
     * @param sequence number of the message, from 1; if the log is shorter, its last
     * @return how things stood; empty if the log is empty
     * @throws AepsychException {@code LOG_TAMPERED} naming the first event whose hash or number is wrong
     */
    public Optional<Moment<S>> upTo(StreamId stream, EventLog log, long sequence) {
        Cursor cursor = new Cursor(new Loaded<>(protocol.initial(stream), 0, HashChain.GENESIS));
        AtomicReference<RecordedEvent> at = new AtomicReference<>();
        log.read(stream, 0, recorded -> {
            if (recorded.sequence() <= sequence) {
                checkChain(stream, cursor.last, cursor.hash, recorded);
                cursor.state = protocol.apply(cursor.state, recorded, protocol.decode(recorded));
                cursor.last = recorded.sequence();
                cursor.hash = recorded.hash();
                at.set(recorded);
            }
        });
        return Optional.ofNullable(at.get()).map(last -> new Moment<>(cursor.state, last));
    }

    private Loaded<S> run(StreamId stream, EventLog log, Loaded<S> from, Step<S, E> before, After<S, E> after) {
        Cursor cursor = new Cursor(from);
        log.read(stream, from.last(), recorded -> {
            checkChain(stream, cursor.last, cursor.hash, recorded);
            E event = protocol.decode(recorded);
            before.before(cursor.state, recorded, event);
            cursor.state = protocol.apply(cursor.state, recorded, event);
            after.after(cursor.state, recorded, event);
            cursor.last = recorded.sequence();
            cursor.hash = recorded.hash();
        });
        return new Loaded<>(cursor.state, cursor.last, cursor.hash);
    }

    private static void checkChain(StreamId stream, long last, String hash, RecordedEvent recorded) {
        if (recorded.sequence() != last + 1) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "stream " + stream + ": message " + (last + 1) + " is missing; the next one found is "
                            + recorded.sequence());
        }
        String expected = HashChain.next(hash, recorded.sequence(), recorded.event());
        if (!expected.equals(recorded.hash())) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "stream " + stream + ": message " + recorded.sequence() + " (" + recorded.type()
                            + ") has been altered; its hash is recorded as " + recorded.hash() + ", its contents give "
                            + expected);
        }
    }

    private final class Cursor {
        S state;
        long last;
        String hash;

        Cursor(Loaded<S> from) {
            this.state = from.state();
            this.last = from.last();
            this.hash = from.hash();
        }
    }
}
