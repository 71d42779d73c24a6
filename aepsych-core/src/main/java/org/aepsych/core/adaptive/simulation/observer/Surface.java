package org.aepsych.core.adaptive.simulation.observer;

/** A function of the stimulus. Immutable, thread-safe. */
@FunctionalInterface
public interface Surface {
    /**
     * Returns its value.
     *
     * @param stimulus one number for each parameter, in raw units; of a choice its 0-based place, of a fixed text 0
     * @return any finite number
     */
    double at(double[] stimulus);
}
