package org.aepsych.api.storage;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;

/** The streams of a storage ({@code master}). Thread-safe. */
public interface StreamStore {
    /**
     * Opens a stream with its first events, all or nothing, and returns when it is durable.
     *
     * @param header the row of {@code master}
     * @param events sealed events numbered from 1
     * @param rows result rows that go with them
     * @return the new stream's id, larger than those of all streams before
     * @throws org.aepsych.api.AepsychException {@code EXPERIMENT_EXISTS} if the header is of a game experiment and its
     *     id is taken by another; {@code STORAGE_UNAVAILABLE} if the storage failed
     */
    default StreamId open(StreamHeader header, List<RecordedEvent> events, List<ResultRow> rows) {
        return open(header, events, List.of(), rows);
    }

    /**
     * Opens a stream that has a past: with the events of an experiment that took place elsewhere, and its participants.
     *
     * @param header the row of {@code master}
     * @param events sealed events numbered from 1
     * @param persons participants' personal records, stored before the rows
     * @param rows result rows that go with them
     * @return the new stream's id, larger than those of all streams before
     * @throws org.aepsych.api.AepsychException as for the other method; {@code PARTICIPANT_EXISTS} if two persons have
     *     the same identifier; in every case nothing is kept
     */
    StreamId open(StreamHeader header, List<RecordedEvent> events, List<Person> persons, List<ResultRow> rows);

    /**
     * Finds a stream.
     *
     * @param stream the stream
     * @return its header, or empty if there is none
     */
    Optional<StreamHeader> find(StreamId stream);

    /**
     * Lists all streams.
     *
     * @return in the order in which they were opened; a stream that has been listed keeps its place while others are
     *     opened
     */
    List<OpenedStream> list();

    /**
     * A stream with its header.
     *
     * @param id the stream
     * @param header the row of {@code master}
     */
    record OpenedStream(StreamId id, StreamHeader header) {}
}
