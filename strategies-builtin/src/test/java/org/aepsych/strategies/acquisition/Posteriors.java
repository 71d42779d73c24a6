package org.aepsych.strategies.acquisition;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.model.Models;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.sobol.SobolSequence;

/** Posteriors to test with. */
final class Posteriors {
    private Posteriors() {}

    /** After trials of an observer who says yes above the diagonal of the unit square. */
    static Posterior diagonal(double amplitude) {
        double[][] x = SobolSequence.unscrambled(2).points(32);
        boolean[] yes = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            yes[i] = x[i][0] + x[i][1] > 1;
        }
        double log = StrictMath.log(0.5);
        return Models.classification(StimulusSpace.numbers(2), PriorSet.standard(), Link.probit(0))
                .posterior(TrainingSet.binary(x, yes), List.of(0.0, StrictMath.log(amplitude), log, log));
    }

    /** The posterior with some places of the space, and no trials. */
    static Situation situation(Posterior posterior, double[]... places) {
        return new Situation(
                posterior,
                posterior.queries(places),
                List.of(),
                1,
                RandomGeneratorFactory.of("L64X128MixRandom").create(3));
    }

    static double[][] grid() {
        return SobolSequence.unscrambled(2).points(64);
    }
}
