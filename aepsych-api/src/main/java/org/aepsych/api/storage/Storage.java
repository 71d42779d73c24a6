package org.aepsych.api.storage;

import java.util.Optional;

/** An open storage. Thread-safe; every method of it and of its parts fails with {@code CLOSED} after {@link #close}. */
public interface Storage extends AutoCloseable {
    /**
     * Returns the streams.
     *
     * @return {@code master}
     */
    StreamStore streams();

    /**
     * Returns the logs.
     *
     * @return {@code replay_data}
     */
    EventLog events();

    /**
     * Returns the snapshots.
     *
     * @return {@code strat_data}
     */
    SnapshotStore snapshots();

    /**
     * Returns the participants' personal records.
     *
     * @return {@code player}
     */
    PersonStore persons();

    /**
     * Returns administrators and sessions.
     *
     * @return {@code admin} and {@code sess}
     */
    AccountStore accounts();

    /**
     * Returns what administrators may do, and what they did.
     *
     * @return {@code member}, {@code pass} and {@code audit}
     */
    AccessStore access();

    /**
     * Returns the result tables.
     *
     * @return the tables, or empty if this storage lacks the capability
     */
    Optional<ResultTables> results();

    /**
     * Returns the name that clients are shown, such as a file name without its folder.
     *
     * @return a short name without secrets
     */
    String displayName();

    /** Finishes what was begun and releases everything; may be called twice. */
    @Override
    void close();
}
