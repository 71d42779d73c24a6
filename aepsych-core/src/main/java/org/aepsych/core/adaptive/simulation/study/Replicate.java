package org.aepsych.core.adaptive.simulation.study;

import java.util.List;

/**
 * One simulated session.
 *
 * @param study what was simulated
 * @param number 0-based
 * @param measurements in the order of the trials, and of the outcomes of each
 */
public record Replicate(Study study, int number, List<Measurement> measurements) {
    /** Copies the list. */
    public Replicate {
        measurements = List.copyOf(measurements);
    }
}
