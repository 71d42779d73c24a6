package org.aepsych.api.foreign;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * An open database of another program. It is only read, and what is read stays the same until it is closed, even if the
 * other program writes meanwhile. Not thread-safe.
 */
public interface ForeignDatabase extends AutoCloseable {
    /**
     * Returns the tables.
     *
     * @return their names as the database has them
     */
    SortedSet<String> tables();

    /**
     * Returns the columns of a table.
     *
     * @param table its name
     * @return their names as the database has them; empty if there is no such table
     */
    SortedSet<String> columns(String table);

    /**
     * Reads a table; rows are handed over one by one, so that a large one needs no memory.
     *
     * @param table its name
     * @param reader called for each row in the order of storing
     * @throws org.aepsych.api.AepsychException {@code INPUT_INVALID} if there is no such table or the file is damaged
     */
    void read(String table, Consumer<ForeignRow> reader);

    /**
     * Reads a table into memory.
     *
     * @param table its name
     * @return the rows in the order of storing
     * @throws org.aepsych.api.AepsychException {@code INPUT_INVALID} if there is no such table or the file is damaged
     */
    default List<ForeignRow> rows(String table) {
        List<ForeignRow> rows = new java.util.ArrayList<>();
        read(table, rows::add);
        return List.copyOf(rows);
    }

    /** Closes the file; may be called twice. */
    @Override
    void close();
}
