package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.PosteriorQueries;

/** Says what a trial at a stimulus is worth, given a posterior. Immutable, thread-safe. */
public interface AcquisitionFunction {
    /**
     * Returns at how many places of the space the effect of a trial is looked at.
     *
     * @return 0 if only the place of the trial counts
     */
    default int queries() {
        return 0;
    }

    /**
     * Prepares to score trials.
     *
     * @param queries the posterior at {@link #queries()} places
     * @return the scores
     */
    Scores over(PosteriorQueries queries);
}
