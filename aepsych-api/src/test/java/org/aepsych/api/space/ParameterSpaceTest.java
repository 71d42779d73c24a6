package org.aepsych.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSpaceTest {
    @Test
    void parametersKeepTheirOrder() {
        ParameterSpace space = new ParameterSpace(List.of(
                new Parameter.Continuous("contrast", 0, 1, false, true),
                new Parameter.Categorical("colour", List.of("red", "green"))));

        assertThat(space.names()).containsExactly("contrast", "colour");
        assertThat(space.indexOf("colour")).isEqualTo(1);
        assertThat(space.indexOf("size")).isEqualTo(-1);
    }

    @Test
    void whatCannotBeASpaceIsRefused() {
        assertRefused(() -> new ParameterSpace(List.of()));
        assertRefused(() -> new ParameterSpace(List.of(new Parameter.Binary("a"), new Parameter.Binary("a"))));
        assertRefused(() -> new Parameter.Continuous("a", 1, 1, false, true));
        assertRefused(() -> new Parameter.Continuous("a", 0, Double.NaN, false, true));
        assertRefused(() -> new Parameter.Whole("a", 2, 1, false, true));
        assertRefused(() -> new Parameter.Categorical("a", List.of()));
        assertRefused(() -> new Parameter.Categorical("a", List.of("x", "x")));
        assertRefused(() -> Value.of(Double.POSITIVE_INFINITY));
    }

    private static void assertRefused(Runnable making) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(making::run);
    }
}
