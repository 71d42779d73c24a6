package org.aepsych.strategies.generator;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aepsych.strategies.acquisition.AcquisitionFunction;
import org.aepsych.strategies.acquisition.Scores;
import org.aepsych.strategies.acquisition.Situation;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.sobol.SobolSequence;
import org.aepsych.strategies.space.PresentationCube;

/**
 * The place of a trial that is to be found.
 *
 * @param cube the space, perhaps with held parameters
 * @param whole the space without held parameters, over which the effect of a trial is looked at
 * @param posterior what is known
 * @param seen the places of the trials so far, as models see them
 * @param acquisition what a trial is worth
 * @param random decides all that is left to chance
 */
record SearchTask(
        PresentationCube cube,
        PresentationCube whole,
        Posterior posterior,
        List<double[]> seen,
        AcquisitionFunction acquisition,
        RandomGenerator random) {
    /** Copies the list. */
    SearchTask {
        seen = List.copyOf(seen);
    }

    /** Returns how many places of the space the scores can look at. */
    int queries() {
        return acquisition.queries();
    }

    /** Prepares to score trials; draws the places of the space that the scores look at. */
    Scores scores() {
        double[][] queries = acquisition.queries() == 0
                ? new double[0][]
                : SobolSequence.scrambled(whole.dimension(), random).points(acquisition.queries());
        for (int q = 0; q < queries.length; q++) {
            queries[q] = whole.model(queries[q]);
        }
        return acquisition.over(new Situation(posterior, posterior.queries(queries), seen, whole.stimuli(), random));
    }

    /** Draws quasi-random points of the space. */
    double[][] points(int count) {
        return SobolSequence.scrambled(cube.dimension(), random).points(count);
    }
}
