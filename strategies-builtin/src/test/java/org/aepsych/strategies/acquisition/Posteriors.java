package org.aepsych.strategies.acquisition;

import org.aepsych.strategies.gp.GpClassification;
import org.aepsych.strategies.gp.HyperPrior;
import org.aepsych.strategies.gp.Hyperparameters;
import org.aepsych.strategies.gp.Posterior;
import org.aepsych.strategies.gp.TrainingSet;
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
        return new GpClassification(HyperPrior.standard())
                .posterior(new TrainingSet(x, yes, new boolean[2]), Hyperparameters.of(0, amplitude, 0.5, 0.5));
    }

    static double[][] grid() {
        return SobolSequence.unscrambled(2).points(64);
    }
}
