package org.aepsych.core.export;

/** How the tables of an export are written. */
public enum ExportFormat {
    /** Comma-separated values as RFC 4180 has them, in UTF-8, lines ended by a line feed. */
    CSV("csv", "data"),
    /** A JSON object for each row, one on each line. */
    JSONL("jsonl", "data"),
    /** Apache Parquet, compressed. */
    PARQUET("parquet", "parquet");

    private final String extension;
    private final String folder;

    ExportFormat(String extension, String folder) {
        this.extension = extension;
        this.folder = folder;
    }

    /**
     * Returns the file of a table in the bundle.
     *
     * @param study the experiment
     * @param table the table's name
     * @return path with slashes, as Psych-DS wants it
     */
    String file(String study, String table) {
        String keyword = study.replaceAll("[^A-Za-z0-9]", "");
        return folder + "/study-" + keyword + "_" + table + "_data." + extension;
    }
}
