package org.aepsych.storage.jdbc;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Runs units of work on connections of its own; decides which share a connection or a commit. Thread-safe. */
public interface Database extends AutoCloseable {
    /**
     * Runs queries on the caller's thread.
     *
     * @param work the queries; sees everything that was written before, and begins a transaction if it needs one; may be
     *     run again from its beginning if the database went away, so that it must know what it has handed over
     * @param <T> type of the result
     * @return what the work returns
     */
    <T> T read(Function<Handle, T> work);

    /**
     * Runs queries as {@link #read} does, but never a second time.
     *
     * @param work the queries; may hand over what it finds as it goes
     * @param <T> type of the result
     * @return what the work returns
     */
    default <T> T readOnce(Function<Handle, T> work) {
        return read(work);
    }

    /**
     * Runs statements in a transaction, all or nothing, and returns when they are durable.
     *
     * @param work the statements; may run on another thread and again from its beginning, and must not commit or roll back
     * @param <T> type of the result
     * @return what the work returns
     */
    <T> T write(Function<Handle, T> work);

    /**
     * Runs statements that have no result, as {@link #write} does.
     *
     * @param work the statements
     */
    default void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /**
     * Runs statements that stand for themselves, outside of any transaction and without a limit of time.
     *
     * @param work the statements
     */
    void maintain(Consumer<Handle> work);

    /** Finishes what was begun and closes all connections. */
    @Override
    void close();
}
