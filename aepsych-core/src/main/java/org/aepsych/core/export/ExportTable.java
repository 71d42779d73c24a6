package org.aepsych.core.export;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of an export.
 *
 * @param name what stands in the file's name, such as {@code plays}
 * @param description what a row is
 * @param columns in order
 * @param rows hands over the rows, always in the same order; a cell is a {@link String}, {@link Long}, {@link Double},
 *     {@link Boolean} or {@link java.time.Instant} as its column says, or null if it is empty
 */
record ExportTable(String name, String description, List<ExportColumn> columns, Rows rows) {
    ExportTable {
        columns = List.copyOf(columns);
    }

    /** Hands over rows one by one, so that a long table needs no memory. */
    @FunctionalInterface
    interface Rows {
        void forEach(Consumer<@Nullable Object[]> reader);
    }
}
