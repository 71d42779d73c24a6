package org.aepsych.api.storage;

import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;

/**
 * Word of what other servers write into the same storage. A storage that has it may be shared: what a server knows of a
 * log can be behind at any moment. Word may come late, more than once and of what this server wrote itself, but of
 * everything that becomes durable it comes in the end. Thread-safe.
 */
public interface StorageNews {
    /**
     * Begins to listen.
     *
     * @param listener told of each stream whose log has grown; on a thread of the storage, must be quick
     * @return ends it when closed
     */
    Subscription listen(Consumer<StreamId> listener);

    /** A listener's place. */
    interface Subscription extends AutoCloseable {
        /** Ends it; may be called twice. */
        @Override
        void close();
    }
}
