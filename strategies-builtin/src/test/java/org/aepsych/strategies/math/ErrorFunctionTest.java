package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorFunctionTest {
    @ParameterizedTest
    @CsvFileSource(resources = "scaled-complement.csv")
    void valuesAreThoseOfReference(double x, double expected) {
        assertThat(ErrorFunction.scaledComplement(x)).isCloseTo(expected, within(2e-15 * expected));
    }
}
