package org.aepsych.api.storage;

import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;

/** The logs of all streams ({@code replay_data}). Thread-safe. */
public interface EventLog {
    /**
     * Writes a batch, all or nothing, and returns when it is durable. A storage may commit the batches of several
     * callers together.
     *
     * @param batch what to write
     * @throws org.aepsych.api.AepsychException {@code STREAM_MOVED} if the log has not exactly
     *     {@link Batch#expectedLast()} events; {@code PARTICIPANT_EXISTS} if a person's identifier is taken;
     *     {@code STORAGE_UNAVAILABLE} if the storage failed; in every case nothing of the batch is kept
     */
    void append(Batch batch);

    /**
     * Reads part of a log in order; events are handed over one by one, so that a long log needs no memory.
     *
     * @param stream the stream
     * @param after events after this sequence; 0 for all
     * @param reader called for each event, on the caller's thread
     */
    void read(StreamId stream, long after, Consumer<RecordedEvent> reader);

    /**
     * Reads part of a log into memory.
     *
     * @param stream the stream
     * @param after events after this sequence; 0 for all
     * @return the events in order
     */
    default List<RecordedEvent> read(StreamId stream, long after) {
        List<RecordedEvent> events = new java.util.ArrayList<>();
        read(stream, after, events::add);
        return List.copyOf(events);
    }

    /**
     * Returns the length of a log.
     *
     * @param stream the stream
     * @return sequence of the last event, 0 if there is none
     */
    long last(StreamId stream);
}
