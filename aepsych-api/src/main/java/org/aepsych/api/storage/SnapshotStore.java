package org.aepsych.api.storage;

import java.util.Optional;
import org.aepsych.api.experiment.StreamId;

/** Snapshots of streams ({@code strat_data}). Thread-safe. */
public interface SnapshotStore {
    /**
     * Keeps a snapshot.
     *
     * @param stream the stream
     * @param snapshot its state at one event; replaces one of the same sequence
     */
    void save(StreamId stream, Snapshot snapshot);

    /**
     * Returns the newest snapshot up to an event.
     *
     * @param stream the stream
     * @param atMost last event that the snapshot may include
     * @return the snapshot, or empty if there is none
     */
    Optional<Snapshot> latest(StreamId stream, long atMost);

    /**
     * Deletes a stream's snapshots.
     *
     * @param stream the stream
     */
    void deleteAll(StreamId stream);
}
