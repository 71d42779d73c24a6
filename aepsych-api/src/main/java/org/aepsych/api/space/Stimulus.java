package org.aepsych.api.space;

import java.util.List;

/**
 * One point of a parameter space, as presented.
 *
 * @param values one for each parameter of the space, in its order, in raw units
 */
public record Stimulus(List<Value> values) {
    /** Copies the values. */
    public Stimulus {
        values = List.copyOf(values);
    }

    /**
     * A stimulus of numbers only.
     *
     * @param values raw units
     * @return the stimulus
     */
    public static Stimulus of(double... values) {
        return new Stimulus(java.util.Arrays.stream(values).mapToObj(Value::of).toList());
    }
}
