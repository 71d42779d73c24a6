package org.aepsych.core.imports;

import java.util.List;

/**
 * What an import found.
 *
 * @param summary a sentence on what is in the database
 * @param tables the tables whose rows were computed again
 * @param differences every row that came out differently
 * @param notes sentences on what is not taken over, or taken over in another way
 */
public record ImportReport(
        String summary, List<CheckedTable> tables, List<Difference> differences, List<String> notes) {
    /** Copies the lists. */
    public ImportReport {
        tables = List.copyOf(tables);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /**
     * How many rows of a table were found right.
     *
     * @param table its name in the other program
     * @param agreeing rows that came out the same
     * @param rows rows that were compared
     */
    public record CheckedTable(String table, int agreeing, int rows) {}

    /**
     * A row that came out differently.
     *
     * @param table its table's name in the other program
     * @param key which row, such as {@code round 0, player 121}
     * @param stored what the other program stored, or {@code nothing}
     * @param recomputed what comes out here, or {@code nothing}
     */
    public record Difference(String table, String key, String stored, String recomputed) {}
}
