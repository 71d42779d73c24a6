package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GaussLegendreTest {
    @ParameterizedTest
    @CsvFileSource(resources = "gauss-legendre.csv")
    void nodesAndWeightsAreThoseOfReference(int count, int i, double node, double weight) {
        GaussLegendre rule = new GaussLegendre(count);
        assertThat(rule.nodes[i]).isCloseTo(node, within(1e-15));
        assertThat(rule.weights[i]).isCloseTo(weight, within(1e-14));
    }
}
