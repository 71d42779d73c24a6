package org.aepsych.core.adaptive.simulation.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much is known about an outcome after some trials.
 *
 * @param outcome 0-based
 * @param trials how many
 * @param values of the errors that there are, at least of one
 */
public record Measurement(int outcome, int trials, Map<Metric, Double> values) {
    /** Copies the map. */
    public Measurement {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }
}
