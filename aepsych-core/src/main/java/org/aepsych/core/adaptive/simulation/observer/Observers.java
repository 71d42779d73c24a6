package org.aepsych.core.adaptive.simulation.observer;

import java.util.List;

/** Who takes part in simulated sessions. Immutable, thread-safe. */
@FunctionalInterface
public interface Observers {
    /**
     * Returns the observer of a session.
     *
     * @param seed what is drawn follows from it
     * @return how that observer comes to each outcome
     */
    List<Responder> inSession(long seed);

    /**
     * The same observer in every session.
     *
     * @param truth how that observer answers
     * @return the observers
     */
    static Observers always(Truth truth) {
        return seed -> List.of(Responder.binary(truth));
    }
}
