package org.aepsych.strategies.acquisition;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.PosteriorQueries;

/**
 * What an acquisition function looks at.
 *
 * @param posterior what is known
 * @param queries the posterior at {@link AcquisitionFunction#queries()} places
 * @param seen the places of the trials so far, as models see them
 * @param stimuli how many stimuli a trial shows
 * @param random decides what is simulated, if anything is
 */
public record Situation(
        Posterior posterior, PosteriorQueries queries, List<double[]> seen, int stimuli, RandomGenerator random) {
    /** Copies the list. */
    public Situation {
        seen = List.copyOf(seen);
    }
}
