package org.aepsych.core.adaptive.simulation.observer;

/** How a simulated observer answers. Immutable, thread-safe. */
@FunctionalInterface
public interface Truth {
    /**
     * Returns the probability of the response 1.
     *
     * @param stimulus one number for each parameter, in raw units; of a choice its 0-based place, of a fixed text 0
     * @return from 0 to 1
     */
    double probability(double[] stimulus);
}
