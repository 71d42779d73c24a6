package org.aepsych.api.strategy;

import java.util.List;

/**
 * What was presented and what came of it.
 *
 * @param presentation what was shown, which need not be what the strategy proposed
 * @param outcomes one finite number for each outcome of the experiment
 */
public record Observation(Presentation presentation, List<Double> outcomes) {
    /** Copies and checks the outcomes. */
    public Observation {
        outcomes = List.copyOf(outcomes);
        for (double outcome : outcomes) {
            if (!Double.isFinite(outcome)) {
                throw new IllegalArgumentException("an outcome is finite, but is " + outcome);
            }
        }
    }
}
