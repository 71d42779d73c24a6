package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccessStore.AuditEntry;
import org.aepsych.api.storage.Storage;

/** What was done in the console and by programs with a token. Entries are only ever added. Thread-safe. */
@Singleton
public final class AuditLog {
    private static final int LONGEST = 500;

    private final AccessStore access;
    private final InstantSource clock;

    /**
     * Opens the audit log of a storage.
     *
     * @param storage keeps it
     * @param clock stamps the entries
     */
    @Inject
    AuditLog(Storage storage, InstantSource clock) {
        this.access = storage.access();
        this.clock = clock;
    }

    /**
     * Adds an entry; texts are cut to {@value #LONGEST} characters.
     *
     * @param actor who did it
     * @param action what was done
     * @param subject to what, empty if to the server as a whole
     * @param detail further circumstances, empty if there are none
     * @param origin from which network address
     */
    public void record(String actor, String action, String subject, String detail, String origin) {
        access.record(
                new AuditEntry(0, clock.instant(), cut(actor), cut(action), cut(subject), cut(detail), cut(origin)));
    }

    /**
     * Reads entries.
     *
     * @param before with a smaller number
     * @param most how many at most
     * @return the latest first
     */
    public List<Entry> page(long before, int most) {
        return access.audit(before, most).stream()
                .map(entry -> new Entry(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.detail(),
                        entry.origin()))
                .toList();
    }

    /**
     * Something that was done.
     *
     * @param id its number, ascending in time
     * @param at when
     * @param actor who did it
     * @param action what was done
     * @param subject to what, empty if to the server as a whole
     * @param detail further circumstances, empty if there are none
     * @param origin from which network address, empty if not known
     */
    public record Entry(
            long id, Instant at, String actor, String action, String subject, String detail, String origin) {
        /** Returns number and action only: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "Entry[" + id + ", " + action + "]";
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
