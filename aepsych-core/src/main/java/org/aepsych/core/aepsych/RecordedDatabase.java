package org.aepsych.core.aepsych;

import java.util.List;

/**
 * What is in a database of AEPsych's server.
 *
 * @param sessions in the order of their numbers
 * @param problems sentences on what cannot be read, in the order of the file
 */
public record RecordedDatabase(List<RecordedSession> sessions, List<String> problems) {
    /** Copies the lists. */
    public RecordedDatabase {
        sessions = List.copyOf(sessions);
        problems = List.copyOf(problems);
    }
}
