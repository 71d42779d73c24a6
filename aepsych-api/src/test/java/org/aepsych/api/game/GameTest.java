package org.aepsych.api.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;

class GameTest {
    private final Game game = new Game(1, "g", 2, 3, Game.parsePayoffs("1 -1  2 -2  3 -3\n4 -4  5 -5  1/2 0.25"));

    @Test
    void findsPayoffsByRowAndColumn() {
        assertThat(game.payoff(Role.ROW, 0, 1)).isEqualTo(Rational.of(2));
        assertThat(game.payoff(Role.COLUMN, 1, 0)).isEqualTo(Rational.of(-4));
        assertThat(game.payoff(Role.COLUMN, 1, 2)).isEqualTo(Rational.of(1, 4));
    }

    @Test
    void countsActionsByRole() {
        assertThat(game.actions(Role.ROW)).isEqualTo(2);
        assertThat(game.actions(Role.COLUMN)).isEqualTo(3);
    }

    @Test
    void writesPayoffsReduced() {
        assertThat(game.payoffText()).isEqualTo("1 -1 2 -2 3 -3 4 -4 5 -5 1/2 1/4");
    }

    @Test
    void refusesAMatrixOfAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Game(1, "g", 2, 2, Game.parsePayoffs("1 2 3 4 5 6")))
                .withMessageContaining("expected 8 payoffs")
                .withMessageContaining("found 6");
    }

    @Test
    void refusesAShapeWhoseSizeOverflows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Game(1, "g", 1 << 16, 1 << 16, List.of()));
    }
}
