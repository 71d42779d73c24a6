package org.aepsych.api.storage;

import java.util.List;

/**
 * A table as a storage keeps it, for work on whole databases.
 *
 * @param name the table's name, the same in every storage
 * @param columns in the order of {@link TableRow#cells()}
 * @param key names of the columns that identify a row; rows are read in their order
 */
public record Table(String name, List<Column> columns, List<String> key) {
    /** Copies the lists and checks that the key is made of columns. */
    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        List<String> names = columns.stream().map(Column::name).toList();
        if (key.isEmpty() || !names.containsAll(key)) {
            throw new IllegalArgumentException("table " + name + " needs a key of its columns, but it is " + key);
        }
    }

    /**
     * Returns where a column stands.
     *
     * @param column its name
     * @return 0-based index, or −1 if there is no such column
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** What a column holds. Cells of every storage have the same Java type for the same kind. */
    public enum Kind {
        /** A {@link Long}; truth values are 0 and 1. */
        WHOLE,
        /** A {@link Double}. */
        REAL,
        /** A {@link String}. */
        TEXT,
        /** A {@code byte[]}. */
        BYTES
    }

    /**
     * A column.
     *
     * @param name its name
     * @param kind what it holds
     * @param optional whether a cell may be empty
     * @param personal whether it says who somebody is, or is a secret: left out of redacted copies
     */
    public record Column(String name, Kind kind, boolean optional, boolean personal) {}
}
