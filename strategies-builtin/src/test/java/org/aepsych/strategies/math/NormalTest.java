package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
    @ParameterizedTest
    @CsvFileSource(resources = "normal.csv")
    void functionsHaveTheirReferenceValues(double z, double cdf, double logCdf, double hazard) {
        assertThat(Normal.cdf(z)).isCloseTo(cdf, relative(cdf, 1e-14));
        assertThat(Normal.logCdf(z)).isCloseTo(logCdf, relative(logCdf, 1e-14));
        assertThat(Normal.hazard(z)).isCloseTo(hazard, relative(hazard, 1e-14));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "quantile.csv")
    void quantilesHaveTheirReferenceValues(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(Math.max(1e-16, 1e-14 * Math.abs(z))));
    }

    @Test
    void farTailsStayFinite() {
        assertThat(Normal.cdf(-1e4)).isZero();
        assertThat(Normal.logCdf(-1e4)).isCloseTo(-5e7, within(11.0));
        assertThat(Normal.hazard(-1e4)).isCloseTo(1e4, within(1e-3));
        assertThat(Normal.hazard(1e4)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void quantilesOfWhatIsNoProbabilityAreRefused(double p) {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(p));
    }

    private static Offset<Double> relative(double reference, double tolerance) {
        return within(Math.max(Double.MIN_NORMAL, Math.abs(reference) * tolerance));
    }
}
