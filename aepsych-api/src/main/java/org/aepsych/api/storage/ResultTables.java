package org.aepsych.api.storage;

import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;

/** The result tables, for rebuilding and for comparison with a rebuild. Thread-safe. */
public interface ResultTables {
    /**
     * Reads all result rows of a stream.
     *
     * @param stream the stream
     * @return table by table in the order of the records in {@link ResultRow}, each ordered by its key
     */
    List<ResultRow> read(StreamId stream);

    /**
     * Hands over the rows of one table one by one, so that many need no memory.
     *
     * @param stream the stream
     * @param kind which table
     * @param reader called for each row in the order of the key, on the caller's thread
     * @param <R> the kind of row
     */
    default <R extends ResultRow> void read(StreamId stream, Class<R> kind, Consumer<R> reader) {
        read(stream).stream().filter(kind::isInstance).map(kind::cast).forEach(reader);
    }

    /** Version of what rows follow from a log; it rises when a program makes other rows of logs that were written before. */
    int PROJECTION = 1;

    /**
     * Lists streams whose rows were made by a program of an earlier {@link #PROJECTION}.
     *
     * @return in the order in which they were opened
     */
    default List<StreamId> outdated() {
        return List.of();
    }

    /**
     * Replaces all result rows of a stream in one transaction; they are of this program's {@link #PROJECTION} then. Personal
     * columns of {@code player} stay.
     *
     * @param stream the stream
     * @param rows what the log says
     */
    void replace(StreamId stream, List<ResultRow> rows);
}
