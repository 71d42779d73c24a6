package org.aepsych.core.engine;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;

/**
 * How one kind of stream works: its events as text, its state as a fold of them, its result rows. The engine owns the
 * order, the durability and the threads; a protocol owns the meaning. Thread-safe; a state is only used by one thread
 * at a time.
 *
 * @param <S> state of a stream
 * @param <E> its events
 */
public interface StreamProtocol<S, E> {
    /**
     * Returns which streams are of this protocol.
     *
     * @return the kind that their headers name
     */
    Protocol kind();

    /**
     * Tells whether applying an event leaves the state before it as it was, so that it can be used again.
     *
     * @return false unless the protocol promises it
     */
    default boolean keepsStates() {
        return false;
    }

    /**
     * Returns the state before the first event.
     *
     * @param stream whose state; names the stream in error messages
     * @return an empty state
     */
    S initial(StreamId stream);

    /**
     * Returns the state after an event. Never refuses: what was recorded has happened.
     *
     * @param state the state before; it may be changed and returned, callers do not use it again
     * @param recorded the event as it is or will be recorded; of a live event the hash is not known yet and empty
     * @param event the same event, decoded
     * @return the state after
     */
    S apply(S state, RecordedEvent recorded, E event);

    /**
     * Writes an event as text.
     *
     * @param stamp when and with which extra information
     * @param event the event
     * @return the event for the log
     */
    NewEvent encode(EventStamp stamp, E event);

    /**
     * Reads an event, bringing older versions up to date.
     *
     * @param recorded the event from the log
     * @return the event
     * @throws org.aepsych.api.AepsychException {@code LOG_TAMPERED} if the text is none of this protocol's events
     */
    E decode(RecordedEvent recorded);

    /**
     * Returns the result rows that an event brings.
     *
     * @param after the state after the event
     * @param recorded the event; of a live event the hash is not known yet and empty
     * @param event the same event, decoded
     * @return rows to be put; none if the event changes no result
     */
    List<ResultRow> rows(S after, RecordedEvent recorded, E event);

    /**
     * Decides again what an event says was decided, and compares bit for bit.
     *
     * @param before the state before the event
     * @param recorded the event from the log
     * @param event the same event, decoded
     * @return what differs, or empty if it is the same or nothing was decided
     */
    Optional<Divergence> recompute(S before, RecordedEvent recorded, E event);

    /**
     * A decision that comes out differently when it is made again.
     *
     * @param what which decision
     * @param recorded what the log says
     * @param recomputed what comes out now
     */
    record Divergence(String what, String recorded, String recomputed) {}
}
