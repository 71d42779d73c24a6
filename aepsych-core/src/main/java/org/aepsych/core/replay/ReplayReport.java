package org.aepsych.core.replay;

import java.util.Optional;
import org.aepsych.api.experiment.StreamId;

/**
 * What running a log again found.
 *
 * @param stream which log
 * @param events how many events were good before the first problem
 * @param problem the first problem, or empty if there is none
 */
public record ReplayReport(StreamId stream, long events, Optional<String> problem) {
    /**
     * Tells whether everything came out as recorded.
     *
     * @return true if there is no problem
     */
    public boolean verified() {
        return problem.isEmpty();
    }
}
