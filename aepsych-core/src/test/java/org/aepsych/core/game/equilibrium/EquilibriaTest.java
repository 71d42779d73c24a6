package org.aepsych.core.game.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EquilibriaTest {
    @Test
    void matchingPenniesIsMixedHalfAndHalf() {
        assertThat(shown("1 -1  -1 1   -1 1  1 -1", 2, 2)).containsExactly("1/2 1/2 | 1/2 1/2");
    }

    @Test
    void theDilemmaHasOneEquilibriumInPureStrategies() {
        Equilibria dilemma = Equilibria.of(game("3 3  0 5   5 0  1 1", 2, 2)).orElseThrow();
        assertThat(dilemma.extreme()).hasSize(1);
        assertThat(dilemma.extreme().get(0).pure()).isTrue();
        assertThat(dilemma.extreme().get(0).rowPayoff()).isEqualTo(Rational.ONE);
        assertThat(dilemma.degenerate()).isFalse();
    }

    @Test
    void theBattleOfTheSexesHasThree() {
        assertThat(shown("3 2  0 0   0 0  2 3", 2, 2)).containsExactly("1 0 | 1 0", "0 1 | 0 1", "3/5 2/5 | 2/5 3/5");
    }

    @Test
    void rockPaperScissorsIsMixedInThirds() {
        assertThat(shown("0 0  -1 1  1 -1   1 -1  0 0  -1 1   -1 1  1 -1  0 0", 3, 3))
                .containsExactly("1/3 1/3 1/3 | 1/3 1/3 1/3");
    }

    /** The example of von Stengel (2007), Algorithmic Game Theory, chapter 3: three equilibria, two of them mixed. */
    @Test
    void aKnownGameOfThreeTimesTwo() {
        assertThat(shown("3 3  3 2   2 2  5 6   0 3  6 1", 3, 2))
                .containsExactlyInAnyOrder("1 0 0 | 1 0", "4/5 1/5 0 | 2/3 1/3", "0 1/3 2/3 | 1/3 2/3");
    }

    @Test
    void whereEverythingPaysTheSameEverythingIsInEquilibrium() {
        Equilibria all = Equilibria.of(game("0 0  0 0   0 0  0 0", 2, 2)).orElseThrow();
        assertThat(all.degenerate()).isTrue();
        assertThat(all.extreme()).hasSize(4);
        assertThat(all.components()).hasSize(1);
        assertThat(all.components().get(0).rows()).hasSize(2);
        assertThat(all.components().get(0).columns()).hasSize(2);
    }

    /** The row player does not care, and only one row makes the column player indifferent: a segment and a point meet. */
    @Test
    void aDegenerateGameHasASegmentOfEquilibria() {
        Equilibria segment = Equilibria.of(game("1 1  1 1   1 0  0 1", 2, 2)).orElseThrow();
        assertThat(segment.degenerate()).isTrue();
        assertThat(segment.components()).anySatisfy(component -> {
            assertThat(component.rows()).containsExactly(Mixture.parse("1 0"));
            assertThat(component.columns()).containsExactlyInAnyOrder(Mixture.parse("1 0"), Mixture.parse("0 1"));
        });
    }

    @ParameterizedTest
    @MethodSource("randomGames")
    void nobodyGainsByLeavingAnEquilibriumOrAnAverageWithinAComponent(Game game) {
        Equilibria equilibria = Equilibria.of(game).orElseThrow();
        assertThat(equilibria.extreme()).isNotEmpty();
        if (!equilibria.degenerate()) {
            assertThat(equilibria.extreme().size() % 2).isOne();
            assertThat(equilibria.components()).allMatch(Equilibria.Component::single);
        }
        for (Equilibrium one : equilibria.extreme()) {
            assertEquilibrium(game, one.row().weights(), one.column().weights());
        }
        for (Equilibria.Component component : equilibria.components()) {
            assertEquilibrium(game, average(component.rows()), average(component.columns()));
        }
    }

    @Test
    void everyPureEquilibriumIsFound() {
        randomGames().forEach(game -> {
            List<String> pure = new ArrayList<>();
            for (int row = 0; row < game.rows(); row++) {
                for (int column = 0; column < game.columns(); column++) {
                    if (BestReplies.isBest(game, Role.ROW, row, column)
                            && BestReplies.isBest(game, Role.COLUMN, row, column)) {
                        pure.add(row + " " + column);
                    }
                }
            }
            assertThat(Equilibria.of(game).orElseThrow().extreme().stream()
                            .filter(Equilibrium::pure)
                            .map(one -> one.row().weights().indexOf(Rational.ONE) + " "
                                    + one.column().weights().indexOf(Rational.ONE)))
                    .containsExactlyInAnyOrderElementsOf(pure);
        });
    }

    @Test
    void gamesThatWouldTakeLongAreNotTried() {
        List<Rational> zeros =
                IntStream.range(0, 2 * 40 * 40).mapToObj(Rational::of).toList();
        assertThat(Equilibria.of(new Game(1, "large", 40, 40, zeros))).isEmpty();
        assertThat(Equilibria.of(new Game(1, "three roles", List.of(1, 1, 1), zeros.subList(0, 3))))
                .isEmpty();
    }

    private static void assertEquilibrium(Game game, List<Rational> rows, List<Rational> columns) {
        List<Integer> bestRows = BestReplies.to(game, Role.ROW, columns);
        List<Integer> bestColumns = BestReplies.to(game, Role.COLUMN, rows);
        assertThat(bestRows).containsAll(support(rows));
        assertThat(bestColumns).containsAll(support(columns));
    }

    private static List<Integer> support(List<Rational> weights) {
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i).signum() > 0)
                .boxed()
                .toList();
    }

    private static List<Rational> average(List<Mixture> mixtures) {
        Rational share = Rational.of(1, mixtures.size());
        return IntStream.range(0, mixtures.get(0).weights().size())
                .mapToObj(i -> mixtures.stream()
                        .map(mixture -> mixture.weights().get(i).times(share))
                        .reduce(Rational.ZERO, Rational::plus))
                .toList();
    }

    /** Payoffs from 0 to 2 only, so that many of the games are degenerate. */
    static Stream<Game> randomGames() {
        Random random = new Random(20_26);
        return IntStream.range(0, 60).mapToObj(i -> {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            int range = i % 2 == 0 ? 3 : 1_000;
            return new Game(
                    1,
                    "game " + i,
                    rows,
                    columns,
                    random.ints(2L * rows * columns, 0, range)
                            .mapToObj(Rational::of)
                            .toList());
        });
    }

    private static Game game(String payoffs, int rows, int columns) {
        return new Game(1, "game", rows, columns, Game.parsePayoffs(payoffs));
    }

    private static List<String> shown(String payoffs, int rows, int columns) {
        return Equilibria.of(game(payoffs, rows, columns)).orElseThrow().extreme().stream()
                .map(one -> one.row() + " | " + one.column())
                .toList();
    }
}
