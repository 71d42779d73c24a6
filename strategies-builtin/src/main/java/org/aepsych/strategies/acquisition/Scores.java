package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorPoint;

/** Scores of trials under one posterior; works in buffers of its own, so it is not thread-safe. */
@FunctionalInterface
public interface Scores {
    /**
     * Scores a trial.
     *
     * @param point where
     * @param queries how many of the places to look at: fewer are faster and less exact
     * @return the higher the better
     */
    double of(PosteriorPoint point, int queries);
}
