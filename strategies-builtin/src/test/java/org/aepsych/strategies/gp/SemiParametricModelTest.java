package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.kernel.KernelShape;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.GaussHermite;
import org.aepsych.strategies.math.Normal;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.aepsych.strategies.prior.Prior;
import org.junit.jupiter.api.Test;

class SemiParametricModelTest {
    private static final double SLOPE_MEAN = 2;

    private final SemiParametricModel model = model(2);

    private static SemiParametricModel model(int dimension) {
        StimulusSpace space = StimulusSpace.numbers(dimension);
        Hyperparameters hyperparameters = new Hyperparameters();
        PriorSet priors = PriorSet.standard().withAmplitude(new Prior.Gamma(1.5, 1), 0.5);
        int[] others = dimension == 2 ? new int[] {1} : new int[0];
        KernelShape slope = LatentPriors.kernel("slope", space, others, priors, hyperparameters);
        KernelShape offset = LatentPriors.kernel("offset", space, others, priors, hyperparameters);
        return new SemiParametricModel(
                hyperparameters,
                slope,
                offset,
                SLOPE_MEAN,
                0,
                new BinaryLikelihood(Link.probit(0)),
                Approximation.EXACT);
    }

    @Test
    void withoutTrialsMeansAndVariancesAreThoseOfTheProduct() {
        TrainingSet nothing = TrainingSet.of(new double[0][], new double[0]);
        PosteriorPoint point =
                model.posterior(nothing, model.fit(nothing)).newPoint().move(new double[] {0.7, 0.5});
        double x = 0.7;
        assertThat(point.mean()).isCloseTo(SLOPE_MEAN * x, within(1e-12));
        assertThat(point.variance()).isCloseTo(SLOPE_MEAN * SLOPE_MEAN * 0.5 + x * x * 0.5 + 0.25, within(1e-12));
    }

    @Test
    void afterOneTrialTheMeanIsNearThatOfQuadrature() {
        SemiParametricModel line = model(1);
        TrainingSet one = TrainingSet.binary(new double[][] {{0.8}}, new boolean[] {false});
        List<Double> start = line.fit(TrainingSet.of(new double[0][], new double[0]));
        PosteriorPoint point = line.posterior(one, start).newPoint().move(new double[] {0.5});
        GaussHermite rule = new GaussHermite(60);
        double mass = 0;
        double latent = 0;
        double yes = 0;
        for (int i = 0; i < rule.size(); i++) {
            for (int j = 0; j < rule.size(); j++) {
                double k = SLOPE_MEAN + Math.sqrt(0.5) * rule.node(i);
                double c = Math.sqrt(0.5) * rule.node(j);
                double weight = rule.weight(i) * rule.weight(j) * Normal.cdf(-k * (0.8 - c));
                mass += weight;
                latent += weight * k * (0.5 - c);
                yes += weight * Normal.cdf(k * (0.5 - c));
            }
        }
        assertThat(point.mean()).isCloseTo(latent / mass, within(0.1));
        assertThat(point.probability()).isCloseTo(yes / mass, within(0.03));
    }

    @Test
    void covariancesAreThoseOfDraws() {
        TrainingSet data = data(30);
        List<Double> fitted = model.fit(data);
        Posterior posterior = model.posterior(data, fitted);
        double[][] places = {{0.2, 0.3}, {0.8, 0.6}};
        JointNormal joint = posterior.joint(places);
        PosteriorPoint point = posterior.newPoint();
        for (int i = 0; i < 2; i++) {
            point.move(places[i]);
            assertThat(joint.mean(i)).isCloseTo(point.mean(), within(1e-10));
            assertThat(joint.covariance(i, i)).isCloseTo(point.variance(), within(1e-10));
        }
        double correlation = joint.covariance(0, 1) / Math.sqrt(joint.covariance(0, 0) * joint.covariance(1, 1));
        assertThat(correlation).isBetween(-1.0, 1.0);
        // At the same place the covariance is the variance.
        PosteriorQueries same = posterior.queries(new double[][] {{0.2, 0.3}});
        double[] out = new double[1];
        same.covariances(posterior.newPoint().move(new double[] {0.2, 0.3}), 1, out);
        assertThat(out[0]).isCloseTo(same.variance(0), within(1e-9));
    }

    @Test
    void thresholdsThatDependOnTheContextAreFound() {
        TrainingSet data = data(150);
        Posterior posterior = model.posterior(data, model.fit(data));
        PosteriorPoint point = posterior.newPoint();
        for (double context : new double[] {0.1, 0.5, 0.9}) {
            double low = 0;
            while (low < 1 && point.move(new double[] {low, context}).mean() < 0) {
                low += 0.01;
            }
            assertThat(low).isCloseTo(threshold(context), within(0.15));
            assertThat(((ThresholdPoint) point).thresholdVariance(0)).isBetween(1e-6, 0.05);
        }
    }

    private static double threshold(double context) {
        return 0.3 + 0.4 * context;
    }

    private static TrainingSet data(int n) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        double[][] x = new double[n][];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {random.nextDouble(), random.nextDouble()};
            yes[i] = random.nextDouble() < Normal.cdf(8 * (x[i][0] - threshold(x[i][1])));
        }
        return TrainingSet.binary(x, yes);
    }
}
