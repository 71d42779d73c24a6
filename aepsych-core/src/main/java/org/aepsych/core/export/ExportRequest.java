package org.aepsych.core.export;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is wanted of an export.
 *
 * @param formats how the tables are written, at least one
 * @param identifiers whether a table says who the participants are: names, addresses; otherwise they are numbers only
 */
public record ExportRequest(Set<ExportFormat> formats, boolean identifiers) {
    /** Copies the set. */
    public ExportRequest {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("an export needs a format");
        }
        formats = Set.copyOf(EnumSet.copyOf(formats));
    }

    /**
     * An export without identifiers.
     *
     * @param format how the tables are written
     * @return the request
     */
    public static ExportRequest of(ExportFormat format) {
        return new ExportRequest(Set.of(format), false);
    }
}
