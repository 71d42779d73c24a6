package org.aepsych.strategies.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aepsych.strategies.prior.Hyperparameters;
import org.junit.jupiter.api.Test;

class LabelBeliefTest {
    /** B = [[4, 3], [3, 9]]: the correlation is 0.5 and the standard deviations are 2 and 3. */
    @Test
    void twoValuesHaveTheDensityOfTheirCorrelationAndDeviations() {
        LabelBelief belief = new LabelBelief(new LabelCovariance.Layout(2, 1, 0, 2), 1.5, 0.15);
        double[] coordinates = {1.5, 2, Math.log(4 - 1.5 * 1.5), Math.log(9 - 2 * 2)};

        assertThat(belief.logDensity(coordinates, new double[4]))
                .isCloseTo(0.5 * Math.log(1 - 0.25) - 0.15 * (2 + 3), within(1e-14));
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        Hyperparameters hyperparameters = new Hyperparameters();
        new LabelMatrix(4, 3).add("colour", 0, 6, hyperparameters);
        double[] place = hyperparameters.start();
        for (int i = 0; i < place.length; i++) {
            place[i] += 0.4 * Math.cos(3.1 * i);
        }
        double[] gradient = new double[place.length];
        hyperparameters.logDensity(place, gradient);
        for (int i = 0; i < place.length; i++) {
            double h = 1e-4;
            double slope = (8 * (shifted(hyperparameters, place, i, h) - shifted(hyperparameters, place, i, -h))
                            - (shifted(hyperparameters, place, i, 2 * h) - shifted(hyperparameters, place, i, -2 * h)))
                    / (12 * h);
            assertThat(gradient[i]).as("coordinate %d", i).isCloseTo(slope, within(1e-9));
        }
    }

    @Test
    void atTheStartAllValuesHaveTheVarianceThatIsAskedForAndAreAlike() {
        Hyperparameters hyperparameters = new Hyperparameters();
        Kernel kernel =
                new LabelMatrix(5, 5).add("colour", 0, 6, hyperparameters).at(hyperparameters.start());
        for (int p = 0; p < 5; p++) {
            assertThat(kernel.between(new double[] {p}, new double[] {p})).isBetween(5.0, 7.0);
            assertThat(kernel.between(new double[] {p}, new double[] {(p + 1) % 5}))
                    .isBetween(3.5, 5.5);
        }
    }

    private static double shifted(Hyperparameters hyperparameters, double[] place, int i, double by) {
        double[] there = place.clone();
        there[i] += by;
        return hyperparameters.logDensity(there, new double[place.length]);
    }
}
