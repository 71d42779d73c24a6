package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aepsych.strategies.kernel.LatentParts;
import org.aepsych.strategies.kernel.LatentPriors;
import org.aepsych.strategies.kernel.PriorSet;
import org.aepsych.strategies.kernel.StimulusSpace;
import org.aepsych.strategies.math.TimeBudget;
import org.aepsych.strategies.outcome.BinaryLikelihood;
import org.aepsych.strategies.outcome.Link;
import org.aepsych.strategies.prior.Hyperparameters;
import org.junit.jupiter.api.Test;

class GpModelTest {
    private static final int MEAN = 0;
    private static final int LENGTHSCALES = 2;

    private final Hyperparameters hyperparameters = new Hyperparameters();
    private final LatentParts parts =
            LatentPriors.standard(StimulusSpace.numbers(2), PriorSet.standard(), hyperparameters);
    private final LatentShape shape =
            (data, x) -> new Latent(parts.mean().at(x), parts.kernel().at(x), new BinaryLikelihood(Link.probit(0)));
    private final Model model = new GpModel(hyperparameters, shape);

    @Test
    void withoutTrialsHyperparametersAreThePriorsMode() {
        TrainingSet nothing = TrainingSet.of(new double[0][], new double[0]);
        assertThat(model.fit(nothing)).isEqualTo(Samples.coordinates(0, 1 / 0.15, 1.0 / 3, 1.0 / 3));
    }

    @Test
    void theFitIsAModeOfThePosteriorDensity() {
        TrainingSet data = Samples.random(5, 40, 2);
        double[] fitted =
                model.fit(data).stream().mapToDouble(Double::doubleValue).toArray();
        Evidence evidence = new Evidence(shape, hyperparameters, data, 1e-10);
        double best = evidence.at(fitted, new double[4]);
        for (int i = 0; i < fitted.length; i++) {
            for (double by : new double[] {-0.3, 0.3}) {
                double[] there = fitted.clone();
                there[i] += by;
                assertThat(evidence.at(there, new double[4])).isGreaterThan(best);
            }
        }
    }

    @Test
    void aDimensionWithoutInfluenceGetsALongLengthscale() {
        TrainingSet plain = Samples.random(6, 90, 1);
        TrainingSet noise = Samples.random(7, 90, 1);
        double[][] x = new double[90][];
        boolean[] yes = new boolean[90];
        for (int i = 0; i < 90; i++) {
            x[i] = new double[] {plain.x(i)[0], noise.x(i)[0]};
            yes[i] = x[i][0] > 0.3 && x[i][0] < 0.7;
        }
        List<Double> fitted = model.fit(TrainingSet.binary(x, yes));
        assertThat(fitted.get(LENGTHSCALES + 1)).isGreaterThan(StrictMath.log(2) + fitted.get(LENGTHSCALES));
    }

    @Test
    void aRefitFromTheFitStaysThere() {
        TrainingSet data = Samples.random(9, 60, 2);
        List<Double> fitted = model.fit(data);
        List<Double> again = model.refit(data, fitted);
        for (int i = 0; i < 4; i++) {
            assertThat(again.get(i)).isCloseTo(fitted.get(i), within(0.2));
        }
    }

    @Test
    void equalResponsesOnlyStillGiveAFit() {
        double[][] x = {{0.1, 0.5}, {0.4, 0.5}, {0.5, 0.5}, {0.9, 0.5}};
        TrainingSet data = TrainingSet.binary(x, new boolean[] {true, true, true, true});
        List<Double> fitted = model.fit(data);
        assertThat(fitted.get(MEAN)).isBetween(0.0, 4.0);
        PosteriorPoint point = model.posterior(data, fitted).newPoint().move(new double[] {0.5, 0.5});
        assertThat(point.probability()).isBetween(0.6, 1.0);
    }

    @Test
    void moreTrialsThanAreFittedStillAllCountInThePosterior() {
        TrainingSet data = Samples.random(11, GpModel.MOST_FITTED + 50, 2);
        List<Double> fitted = model.fit(data);
        assertThat(varianceAfter(data, fitted)).isLessThan(varianceAfter(data.thinned(GpModel.MOST_FITTED), fitted));
    }

    private Model hurried(long steps) {
        return new GpModel(
                hyperparameters,
                shape,
                new Approximation(
                        Inference.EXPECTATION_PROPAGATION, 100, InducingMethod.GREEDY, TimeBudget.steps(steps)));
    }

    @Test
    void aFitWithTimeEnoughIsTheSameAndSaysThatItIsComplete() {
        TrainingSet data = Samples.random(12, 30, 2);
        List<Double> fitted = hurried(10_000).fit(data);
        assertThat(fitted.subList(0, model.size())).isEqualTo(model.fit(data));
        assertThat(fitted).endsWith(0.0).hasSize(model.size() + 1);
    }

    @Test
    void aFitThatRunsOutOfTimeTakesTheBestSoFarAndSaysSo() {
        TrainingSet data = Samples.random(12, 30, 2);
        Evidence evidence = new Evidence(shape, hyperparameters, data, 1e-10);
        List<Double> before = Samples.coordinates(2, 1, 2, 2);
        List<Double> fitted = hurried(5).fit(data, before);
        assertThat(fitted).endsWith(1.0);
        assertThat(evidence.at(array(fitted), new double[4])).isLessThan(evidence.at(array(before), new double[4]));
        assertThat(model.posterior(data, fitted)
                        .newPoint()
                        .move(new double[] {0.5, 0.5})
                        .variance())
                .isPositive();
    }

    @Test
    void aFitWithoutAnyTimeKeepsWhatWasBeforeAndSaysSo() {
        TrainingSet data = Samples.random(12, 30, 2);
        List<Double> before = Samples.coordinates(2, 1, 2, 2);
        List<Double> fitted = hurried(1).fit(data, before);
        assertThat(fitted.subList(0, model.size())).isEqualTo(before);
        assertThat(fitted).endsWith(2.0);
    }

    private static double[] array(List<Double> fitted) {
        return fitted.stream().limit(4).mapToDouble(Double::doubleValue).toArray();
    }

    private double varianceAfter(TrainingSet data, List<Double> fitted) {
        return model.posterior(data, fitted)
                .newPoint()
                .move(new double[] {0.5, 0.5})
                .variance();
    }
}
