package org.aepsych.core.export;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is wanted of an export.
 *
 * @param formats how the tables are written, at least one
 * @param identifiers whether a table says who the participants are: names, addresses; otherwise they are numbers only
 * @param thresholds whether the models of adaptive sessions are asked for their thresholds; each is fitted for that
 */
public record ExportRequest(Set<ExportFormat> formats, boolean identifiers, boolean thresholds) {
    /** Copies the set. */
    public ExportRequest {
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("an export needs a format");
        }
        formats = Set.copyOf(EnumSet.copyOf(formats));
    }

    /**
     * An export without thresholds.
     *
     * @param formats how the tables are written, at least one
     * @param identifiers whether a table says who the participants are
     */
    public ExportRequest(Set<ExportFormat> formats, boolean identifiers) {
        this(formats, identifiers, false);
    }

    /**
     * Returns the same with thresholds.
     *
     * @return the request
     */
    public ExportRequest withThresholds() {
        return new ExportRequest(formats, identifiers, true);
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
