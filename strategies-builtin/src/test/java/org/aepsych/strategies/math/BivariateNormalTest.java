package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class BivariateNormalTest {
    @ParameterizedTest
    @CsvFileSource(resources = "bivariate-normal.csv")
    void probabilitiesHaveTheirReferenceValues(double h, double k, double rho, double expected) {
        assertThat(BivariateNormal.cdf(h, k, rho)).isCloseTo(expected, within(1e-14));
        assertThat(BivariateNormal.cdf(k, h, rho)).isCloseTo(expected, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.97, -0.5, 0, 0.2, 0.74, 0.925, 0.9999, 1})
    void quadrantsAddUpToTheMargins(double rho) {
        for (double h = -3; h <= 3; h += 0.7) {
            for (double k = -3; k <= 3; k += 0.7) {
                double sum = BivariateNormal.cdf(h, k, rho) + BivariateNormal.cdf(h, -k, -rho);
                assertThat(sum).isCloseTo(Normal.cdf(h), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bivariate-slopes.csv")
    void derivativesHaveTheirReferenceValues(double h, double k, double rho, double byLimit, double byCorrelation) {
        assertThat(BivariateNormal.slope(h, k, rho)).isCloseTo(byLimit, within(1e-13));
        assertThat(BivariateNormal.density(h, k, rho)).isCloseTo(byCorrelation, within(1e-12 * (1 + byCorrelation)));
    }
}
