package org.aepsych.core.export;

/** Is told how far an export is. */
@FunctionalInterface
public interface ExportProgress {
    /** Tells nobody. */
    ExportProgress SILENT = (file, rows) -> {};

    /**
     * Rows were written.
     *
     * @param file which file of the bundle
     * @param rows how many rows it has so far
     */
    void written(String file, long rows);
}
