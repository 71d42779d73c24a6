package org.aepsych.core.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a copy came to.
 *
 * @param rows rows of each table, in the order of copying; all of them are in the target and equal to the source's
 * @param before rows that were in the target already, from a copy that was interrupted
 * @param streams logs whose chain of hashes was verified in the target
 * @param messages messages of these logs
 */
public record CopyReport(Map<String, Long> rows, long before, long streams, long messages) {
    /** Copies the map. */
    public CopyReport {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * Returns how much there is.
     *
     * @return rows of all tables
     */
    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
