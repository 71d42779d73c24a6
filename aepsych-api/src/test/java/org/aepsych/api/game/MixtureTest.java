package org.aepsych.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest {
    @ParameterizedTest
    @CsvSource({".25 3/4, 1/4 3/4", "1, 1", "0 1.0 0, 0 1 0", "1/3 1/3 1/3, 1/3 1/3 1/3"})
    void keepsReducedWeightsThatSumToOne(String text, String kept) {
        assertThat(Mixture.parse(text)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/3 0.6667", "1/2", "3/2 -1/2", "0 0", "x", ""})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mixture.parse(text));
    }

    @Test
    void refusesNoActionsAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mixture(List.of()));
    }

    @Test
    void namesTheSumThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(List.of(Rational.of(1, 3), Rational.of(6667, 10_000))))
                .withMessageContaining("30001/30000");
    }
}
