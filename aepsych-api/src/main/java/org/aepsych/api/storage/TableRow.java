package org.aepsych.api.storage;

import java.util.List;
import java.util.Optional;

/**
 * A row of a {@link Table}.
 *
 * @param cells in the order of the table's columns: {@link Long}, {@link Double}, {@link String} or {@code byte[]}; empty
 *     for a missing value
 */
public record TableRow(List<Optional<Object>> cells) {
    /** Copies the list. */
    public TableRow {
        cells = List.copyOf(cells);
    }
}
