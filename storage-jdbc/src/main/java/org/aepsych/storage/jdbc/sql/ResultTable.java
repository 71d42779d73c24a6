package org.aepsych.storage.jdbc.sql;

import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.jdbi.v3.core.Handle;

/**
 * One kind of result row in SQL.
 *
 * @param <R> the kind
 */
interface ResultTable<R extends ResultRow> {
    /** Returns the kind of row. */
    Class<R> type();

    /** Puts rows, each replacing the one with its key. */
    void put(Handle handle, StreamId stream, List<R> rows);

    /** Hands over a stream's rows one by one, ordered by key. */
    void read(Handle handle, StreamId stream, Consumer<R> reader);

    /** Deletes a stream's rows. */
    void clear(Handle handle, StreamId stream);
}
