package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class OwensTTest {
    @ParameterizedTest
    @CsvFileSource(resources = "owens-t.csv")
    void valuesAreThoseOfReference(double h, double a, double expected) {
        assertThat(OwensT.at(h, a)).isCloseTo(expected, within(1e-15));
        assertThat(OwensT.at(h, a)).isCloseTo(expected, within(Math.max(1e-300, 1e-12 * Math.abs(expected))));
        assertThat(OwensT.at(-h, a)).isEqualTo(OwensT.at(h, a));
        assertThat(OwensT.at(h, -a)).isEqualTo(-OwensT.at(h, a));
    }

    /** Owen's identity, for limits of either sign. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.8, 0.5", "-0.3, 0.8, 0.5", "-1.2, -0.4, -0.9", "2, 1, 0.99", "0.7, -0.7, 0"})
    void theBivariateNormalDistributionIsMadeOfIt(double h, double k, double rho) {
        double root = StrictMath.sqrt(1 - rho * rho);
        double sum = (Normal.cdf(h) + Normal.cdf(k)) / 2
                - OwensT.at(h, (k / h - rho) / root)
                - OwensT.at(k, (h / k - rho) / root)
                - (h * k < 0 ? 0.5 : 0);
        assertThat(sum).isCloseTo(BivariateNormal.cdf(h, k, rho), within(1e-14));
    }
}
