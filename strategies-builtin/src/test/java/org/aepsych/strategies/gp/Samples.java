package org.aepsych.strategies.gp;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.math.Normal;

/** Trials to test with. */
final class Samples {
    private Samples() {}

    static TrainingSet line(double[] x, boolean... yes) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rows[i] = new double[] {x[i]};
        }
        return new TrainingSet(rows, yes, new boolean[1]);
    }

    /** Trials of an observer whose latent function rises along every dimension. */
    static TrainingSet random(long seed, int n, int dimension) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] x = new double[n][];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.doubles(dimension).toArray();
            double latent = -2;
            for (double coordinate : x[i]) {
                latent += 4 * coordinate / dimension;
            }
            yes[i] = random.nextDouble() < Normal.cdf(latent);
        }
        return new TrainingSet(x, yes, new boolean[dimension]);
    }

    static TrainingSet reversed(TrainingSet data) {
        double[][] x = new double[data.size()][];
        boolean[] yes = new boolean[data.size()];
        for (int i = 0; i < data.size(); i++) {
            x[i] = data.x(i);
            yes[i] = data.sign(i) < 0;
        }
        return new TrainingSet(x, yes, data.nominal());
    }
}
