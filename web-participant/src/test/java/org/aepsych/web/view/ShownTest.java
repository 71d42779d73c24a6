package org.aepsych.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({"3, 3", "-7/2, −7/2", "1/99, 1/99", "1/100, 0.01", "12345/1000, 12.345", "1/3000, 0"})
    void numbersAreExactAsLongAsThatIsEasyToRead(String exact, String shown) {
        assertThat(Amounts.shown(Rational.parse(exact))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "371/48, 7.729", "-1/2, −0.5"})
    void amountsAreDecimals(String exact, String shown) {
        assertThat(Amounts.points(Rational.parse(exact))).isEqualTo(shown);
    }

    @Test
    void sharesFollowTheOrderOfShowing() {
        List<Rational> weights = List.of(Rational.of(1, 4), Rational.of(3, 4));
        assertThat(Amounts.shares(weights, List.of(1, 0), ActionLabels::own, Amounts::shown))
                .isEqualTo("a\u00a03/4 · b\u00a01/4");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "61, 2 min", "3600, 1 h 0 min", "7260, 2 h 1 min", "90000, 1 d 1 h"})
    void timeIsShownInWords(long seconds, String left) {
        assertThat(new Countdown("", Instant.EPOCH.plusSeconds(seconds), Instant.EPOCH).left())
                .isEqualTo(left);
    }

    @Test
    void aTimeThatIsOverIsNotNegative() {
        assertThat(new Countdown("", Instant.EPOCH, Instant.EPOCH.plusSeconds(5)).left())
                .isEqualTo("0 s");
    }

    @Test
    void actionsHaveLetters() {
        assertThat(List.of(ActionLabels.own(0), ActionLabels.own(25), ActionLabels.own(26), ActionLabels.other(1)))
                .containsExactly("a", "z", "a2", "B");
    }

    @Test
    void addressesAreEncoded() {
        assertThat(Addresses.experiment(new ExperimentId("a b/ü"))).isEqualTo("/e/a%20b%2F%C3%BC");
    }
}
