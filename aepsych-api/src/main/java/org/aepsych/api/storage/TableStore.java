package org.aepsych.api.storage;

import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;

/**
 * Everything that a storage keeps, as plain tables: for copies, backups and figures, which have to work for tables that
 * they do not know. Whoever writes here goes around the log; the engine never does. Thread-safe.
 */
public interface TableStore {
    /**
     * Lists the tables, apart from the storage's own book-keeping.
     *
     * @return a table comes after those that its rows refer to
     */
    List<Table> tables();

    /**
     * Counts a table's rows.
     *
     * @param table which
     * @return from 0
     */
    long count(Table table);

    /**
     * Finds the last row.
     *
     * @param table which
     * @return its cells of the key; an empty list if there is no row
     */
    List<Object> last(Table table);

    /**
     * Hands over rows one by one, so that a long table needs no memory.
     *
     * @param table which
     * @param after rows after the one with these cells of the key; an empty list for all
     * @param reader called for each row in the order of the key, on the caller's thread
     */
    void read(Table table, List<Object> after, Consumer<TableRow> reader);

    /**
     * Writes rows, each replacing the one of its key, all or nothing; returns when they are durable.
     *
     * @param table which; the cells of the rows are in the order of its columns
     * @param rows the rows, no two of which have the same key
     */
    void put(Table table, List<TableRow> rows);

    /**
     * Deletes all rows of a table; nothing may refer to them.
     *
     * @param table which
     */
    void clear(Table table);

    /** Ends a series of writes: numbers that the storage gives to new rows will not be those of rows that are there. */
    void settle();

    /**
     * Deletes everything that belongs to a stream, all or nothing: the log, the results and the personal data.
     *
     * @param stream which
     * @return the number of rows that are gone; 0 if there is no such stream
     */
    long wipe(StreamId stream);

    /** Gives room that is no longer needed back to the disk, and brings the planner's statistics up to date. */
    void vacuum();

    /**
     * Describes the database.
     *
     * @return facts for people, name and value
     */
    List<Fact> facts();

    /**
     * A fact about the database.
     *
     * @param name what
     * @param value how much, or which
     */
    record Fact(String name, String value) {}
}
