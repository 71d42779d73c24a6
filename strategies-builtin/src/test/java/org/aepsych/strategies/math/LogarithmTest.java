package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void itIsTheNaturalLogarithmToTwoUnitsInTheLastPlace() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 20_000; i++) {
            double x = StrictMath.exp(random.nextDouble(-700, 700) * (i % 3 == 0 ? 1e-3 : 1));
            double exact = StrictMath.log(x);
            assertThat(Logarithm.of(x)).isCloseTo(exact, within(2 * Math.ulp(exact)));
        }
        assertThat(Logarithm.of(1)).isZero();
        assertThat(Logarithm.of(Double.MIN_NORMAL)).isEqualTo(StrictMath.log(Double.MIN_NORMAL));
    }
}
