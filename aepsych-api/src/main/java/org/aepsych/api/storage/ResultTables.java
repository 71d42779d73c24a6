package org.aepsych.api.storage;

import java.util.List;
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
     * Replaces all result rows of a stream in one transaction; personal columns of {@code player} stay.
     *
     * @param stream the stream
     * @param rows what the log says
     */
    void replace(StreamId stream, List<ResultRow> rows);
}
