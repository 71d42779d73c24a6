package org.aepsych.strategies.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GpClassificationTest {
    private final GpClassification model = new GpClassification(HyperPrior.standard());

    @Test
    void withoutTrialsHyperparametersAreThePriorsMode() {
        TrainingSet nothing = new TrainingSet(new double[0][], new boolean[0], new boolean[2]);
        Hyperparameters mode = model.fit(nothing);
        assertThat(mode.mean()).isZero();
        assertThat(mode.amplitude()).isCloseTo(1 / 0.15, within(1e-12));
        assertThat(mode.lengthscale(1)).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void theFitIsAModeOfThePosteriorDensity() {
        TrainingSet data = Samples.random(5, 40, 2);
        double[] fitted = model.fit(data).toArray();
        Evidence evidence = new Evidence(data, HyperPrior.standard(), 1e-10);
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
        Hyperparameters fitted = model.fit(new TrainingSet(x, yes, new boolean[2]));
        assertThat(fitted.lengthscale(1)).isGreaterThan(2 * fitted.lengthscale(0));
    }

    @Test
    void aRefitFromTheFitStaysThere() {
        TrainingSet data = Samples.random(9, 60, 2);
        Hyperparameters fitted = model.fit(data);
        Hyperparameters again = model.refit(data, fitted);
        for (int i = 0; i < 4; i++) {
            assertThat(again.coordinates().get(i))
                    .isCloseTo(fitted.coordinates().get(i), within(0.2));
        }
    }

    @Test
    void equalResponsesOnlyStillGiveAFit() {
        TrainingSet data = Samples.line(new double[] {0.1, 0.4, 0.5, 0.9}, true, true, true, true);
        Hyperparameters fitted = model.fit(data);
        assertThat(fitted.mean()).isBetween(0.0, 4.0);
        PosteriorPoint point = model.posterior(data, fitted).newPoint().move(new double[] {0.5});
        assertThat(point.probability()).isBetween(0.6, 1.0);
    }

    @Test
    void moreTrialsThanAreFittedStillAllCountInThePosterior() {
        TrainingSet data = Samples.random(11, GpClassification.MOST_FITTED + 50, 1);
        Hyperparameters fitted = model.fit(data);
        double all = model.posterior(data, fitted)
                .newPoint()
                .move(new double[] {0.5})
                .variance();
        double some = model.posterior(data.thinned(GpClassification.MOST_FITTED), fitted)
                .newPoint()
                .move(new double[] {0.5})
                .variance();
        assertThat(all).isLessThan(some);
    }
}
