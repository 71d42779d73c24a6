package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussHermiteTest {
    @ParameterizedTest
    @CsvFileSource(resources = "gauss-hermite.csv")
    void nodesAndWeightsAreThoseOfReference(int count, int i, double node, double weight) {
        GaussHermite rule = new GaussHermite(count);
        assertThat(rule.size()).isEqualTo(count);
        assertThat(rule.node(i)).isCloseTo(node, within(1e-13));
        assertThat(rule.weight(i)).isCloseTo(weight, within(1e-12 * weight));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100})
    void momentsOfTheNormalDistributionAreExact(int count) {
        GaussHermite rule = new GaussHermite(count);
        double total = 0;
        double square = 0;
        double sixth = 0;
        for (int i = 0; i < count; i++) {
            total += rule.weight(i);
            square += rule.weight(i) * Math.pow(rule.node(i), 2);
            sixth += rule.weight(i) * Math.pow(rule.node(i), 6);
        }
        assertThat(total).isCloseTo(1, within(1e-13));
        assertThat(square).isCloseTo(1, within(1e-12));
        assertThat(sixth).isCloseTo(15, within(1e-11));
    }

    @Test
    void ruleSizesHaveBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussHermite(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussHermite(101));
    }
}
