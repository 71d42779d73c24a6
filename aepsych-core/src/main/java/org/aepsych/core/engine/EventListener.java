package org.aepsych.core.engine;

import java.util.List;
import org.aepsych.api.experiment.StreamId;

/**
 * Is told what became durable, where that is known. Called on the lane's thread; must be quick.
 *
 * @param <E> events of the protocol
 */
@FunctionalInterface
public interface EventListener<E> {
    /**
     * Something was recorded.
     *
     * @param stream where
     * @param last sequence of the last event
     * @param events what was recorded, in order; empty if it is not known, since another server has written too
     */
    void committed(StreamId stream, long last, List<E> events);
}
