package org.aepsych.strategies.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.aepsych.strategies.outcome.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ImprovementTest {
    @ParameterizedTest
    @CsvFileSource(resources = "improvement.csv")
    void logarithmsAreThoseOfReferenceHoweverSmallTheImprovement(double u, double expected) {
        assertThat(Improvement.logUnit(u)).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "better-of-two.csv")
    void theBetterOfTwoIsThatOfReference(
            double mean1, double mean2, double v1, double v2, double covariance, double threshold, double expected) {
        BetterOfTwo better = BetterOfTwo.of(v1, v2, covariance);
        assertThat(better.improvement(mean1, mean2, threshold)).isCloseTo(expected, within(1e-12));
        assertThat(better.logImprovement(mean1, mean2, threshold)).isCloseTo(Math.log(expected), within(1e-10));
    }

    @Test
    void farBelowTheThresholdTheBetterOfTwoStillHasALogarithm() {
        BetterOfTwo better = BetterOfTwo.of(1, 1, 0.3);
        assertThat(better.logImprovement(-60, -80, 0)).isBetween(-1900.0, -1800.0);
    }

    @Test
    void improvementsOfProbabilitiesAgreeWithSimulation() {
        Link link = Link.logit(0.2);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        int n = 400_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double f = 0.3 + 1.4 * random.nextGaussian();
            sum += Math.max(0, link.probability(f, 0) - link.probability(0.9, 0)) / n;
        }
        assertThat(Improvement.expected(link, 0.3, 1.4 * 1.4, 0.9)).isCloseTo(sum, within(1e-3));
    }
}
