package org.aepsych.core.export;

import java.util.List;

/**
 * What an export came to.
 *
 * @param files every file but the manifest, in the order of writing
 */
public record ExportReport(List<ExportedFile> files) {
    /** Copies the list. */
    public ExportReport {
        files = List.copyOf(files);
    }

    /**
     * A file of the bundle.
     *
     * @param name path with slashes
     * @param rows rows of the table; −1 if it is no table
     * @param bytes length
     * @param sha256 SHA-256 of the contents, 64 hexadecimal digits
     */
    public record ExportedFile(String name, long rows, long bytes, String sha256) {}

    /**
     * Returns how much was written.
     *
     * @return rows of all tables
     */
    public long rows() {
        return files.stream().mapToLong(file -> Math.max(0, file.rows())).sum();
    }
}
