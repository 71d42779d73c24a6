package org.aepsych.strategies.acquisition;

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
     * @param situation what is known
     * @return the scores
     * @throws IllegalArgumentException if the function cannot be used with such a posterior, such as a target that no
     *     response probability has
     */
    Scores over(Situation situation);
}
