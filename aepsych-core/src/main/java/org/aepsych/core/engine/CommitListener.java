package org.aepsych.core.engine;

import org.aepsych.api.experiment.StreamId;

/** Is told when something became durable: timers, live pages. Called on the lane's thread; must be quick. */
@FunctionalInterface
public interface CommitListener {
    /**
     * Something was recorded.
     *
     * @param stream where
     * @param last sequence of the last event
     */
    void committed(StreamId stream, long last);
}
