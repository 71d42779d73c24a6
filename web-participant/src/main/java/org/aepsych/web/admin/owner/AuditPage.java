package org.aepsych.web.admin.owner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.web.view.Frame;

/**
 * What was done.
 *
 * @param frame around it
 * @param entries the latest first
 * @param earlier where earlier ones are
 */
public record AuditPage(Frame frame, List<Entry> entries, Optional<String> earlier) {
    /** Copies the list. */
    public AuditPage {
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param when it was done
     * @param actor who
     * @param action what
     * @param subject to what
     * @param detail further circumstances
     * @param origin from where
     */
    public record Entry(Instant when, String actor, String action, String subject, String detail, String origin) {}
}
