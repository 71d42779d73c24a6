package org.aepsych.strategies.gp;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Likelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;

/** Trials to test with. */
final class Samples {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Samples() {}

    static TrainingSet line(double[] x, boolean... yes) {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rows[i] = new double[] {x[i]};
        }
        return TrainingSet.binary(rows, yes);
    }

    /** Trials of an observer whose latent function rises along every dimension. */
    static TrainingSet random(long seed, int n, int dimension) {
        RandomGenerator random = RANDOM.create(seed);
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
        return TrainingSet.binary(x, yes);
    }

    static TrainingSet reversed(TrainingSet data) {
        double[][] x = new double[data.size()][];
        double[] outcomes = new double[data.size()];
        for (int i = 0; i < data.size(); i++) {
            x[i] = data.x(i);
            outcomes[i] = 1 - data.outcome(i);
        }
        return TrainingSet.of(x, outcomes);
    }

    /** The prior of the standard model, with all its hyper-parameters set to their natural values. */
    static Latent latent(double mean, double amplitude, double... lengthscales) {
        return latent(new BinaryLikelihood(Link.probit(0)), mean, amplitude, lengthscales);
    }

    static Latent latent(Likelihood likelihood, double mean, double amplitude, double... lengthscales) {
        LatentParts parts = LatentPriors.standard(
                StimulusSpace.numbers(lengthscales.length), PriorSet.standard(), new Hyperparameters());
        double[] x = coordinates(mean, amplitude, lengthscales).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Latent(parts.mean().at(x), parts.kernel().at(x), likelihood);
    }

    static List<Double> coordinates(double mean, double amplitude, double... lengthscales) {
        List<Double> coordinates = new java.util.ArrayList<>(List.of(mean, StrictMath.log(amplitude)));
        for (double lengthscale : lengthscales) {
            coordinates.add(StrictMath.log(lengthscale));
        }
        return coordinates;
    }
}
