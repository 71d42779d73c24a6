package org.aepsych.api.storage;

import java.util.Optional;
import java.util.function.Function;

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
     * Returns effects that wait to be done.
     *
     * @return {@code outbox}, or empty if this storage lacks the capability
     */
    default Optional<OutboxStore> outbox() {
        return Optional.empty();
    }

    /**
     * Returns when participants were last heard of, by whichever server.
     *
     * @return {@code presence}, or empty if no other server writes into this storage
     */
    default Optional<PresenceStore> presence() {
        return Optional.empty();
    }

    /**
     * Reads as of one instant, while others may write.
     *
     * @param work reads through the storage it is given, on the caller's thread, and writes nothing; what it is given
     *     ends with it
     * @param <T> type of the result
     * @return what the work returns
     */
    default <T> T snapshot(Function<Storage, T> work) {
        return work.apply(this);
    }

    /**
     * Returns everything as plain tables.
     *
     * @return the tables, or empty if this storage lacks the capability
     */
    default Optional<TableStore> tables() {
        return Optional.empty();
    }

    /**
     * Returns word of what other servers write.
     *
     * @return where to listen, or empty if no other server writes into this storage
     */
    default Optional<StorageNews> news() {
        return Optional.empty();
    }

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
