package org.aepsych.strategies.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoxMinimizerTest {
    private static final Objective VALLEY = (x, gradient) -> {
        double across = x[1] - x[0] * x[0];
        double along = 1 - x[0];
        gradient[0] = -400 * x[0] * across - 2 * along;
        gradient[1] = 200 * across;
        return 100 * across * across + along * along;
    };

    @Test
    void aCurvedValleyIsFollowedToItsEnd() {
        BoxMinimizer.Minimum minimum = box(-5, 5, 300).minimize(VALLEY, new double[] {-1.2, 1});
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-5));
        assertThat(minimum.point()[1]).isCloseTo(1, within(1e-5));
        assertThat(minimum.value()).isLessThan(1e-10);
    }

    @Test
    void boundsAreKeptAndTheBestPointOnThemIsFound() {
        // On the edge x = 0.5 the best y is 0.25.
        BoxMinimizer.Minimum minimum = box(-5, 0.5, 300).minimize(VALLEY, new double[] {-1.2, 1});
        assertThat(minimum.point()[0]).isEqualTo(0.5);
        assertThat(minimum.point()[1]).isCloseTo(0.25, within(1e-5));
    }

    @Test
    void theStartIsMovedIntoTheBox() {
        BoxMinimizer.Minimum minimum = box(2, 3, 50)
                .minimize(
                        (x, gradient) -> {
                            assertThat(x[0]).isBetween(2.0, 3.0);
                            gradient[0] = 2 * x[0];
                            gradient[1] = 2 * x[1];
                            return x[0] * x[0] + x[1] * x[1];
                        },
                        new double[] {9, 9});
        assertThat(minimum.point()).containsExactly(2, 2);
    }

    @Test
    void evaluationsAreCounted() {
        AtomicInteger count = new AtomicInteger();
        box(-5, 5, 17)
                .minimize(
                        (x, gradient) -> {
                            count.incrementAndGet();
                            return VALLEY.at(x, gradient);
                        },
                        new double[] {-1.2, 1});
        assertThat(count).hasValue(17);
    }

    private static BoxMinimizer box(double lower, double upper, int evaluations) {
        return new BoxMinimizer(new double[] {lower, lower}, new double[] {upper, upper}, evaluations, 1e-9);
    }
}
