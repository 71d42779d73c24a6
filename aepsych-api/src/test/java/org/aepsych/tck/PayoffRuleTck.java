package org.aepsych.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every payoff rule must keep, whatever it pays. Extend it and return the rule. */
public abstract class PayoffRuleTck {
    private static final int CASES = 40;

    /**
     * Returns the rule under test.
     *
     * @return a new rule with its default options
     */
    protected abstract PayoffRule rule();

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    /**
     * Makes up a round: a few games and players, some of whom have not played everything.
     *
     * @param random decides
     * @return what was played, participants in order
     */
    protected static RoundResult randomRound(Random random) {
        List<Game> games = new ArrayList<>();
        for (int id = 1; id <= 1 + random.nextInt(3); id++) {
            games.add(randomGame(id, random));
        }
        List<PlayerPlays> plays = new ArrayList<>();
        int players = random.nextInt(8);
        for (int player = 1; player <= players; player++) {
            Role role = random.nextBoolean() ? Role.ROW : Role.COLUMN;
            Map<Integer, Mixture> mixtures = new TreeMap<>();
            boolean playsAll = random.nextInt(4) > 0;
            for (Game game : games) {
                if (playsAll || mixtures.isEmpty()) {
                    mixtures.put(game.id(), randomMixture(game.actions(role), random));
                }
            }
            plays.add(new PlayerPlays(new ParticipantId(player), role, mixtures));
        }
        return new RoundResult(random.nextInt(5), games, plays);
    }

    private static Game randomGame(int id, Random random) {
        int rows = 1 + random.nextInt(3);
        int columns = 1 + random.nextInt(3);
        List<Rational> payoffs = new ArrayList<>();
        for (int i = 0; i < 2 * rows * columns; i++) {
            payoffs.add(Rational.of(random.nextInt(41) - 20, 1 + random.nextInt(6)));
        }
        return new Game(id, "game " + id, rows, columns, payoffs);
    }

    private static Mixture randomMixture(int actions, Random random) {
        List<Rational> weights = new ArrayList<>();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < actions; i++) {
            Rational weight = Rational.of(random.nextInt(10) + (i == 0 ? 1 : 0), 1 + random.nextInt(10));
            weights.add(weight);
            sum = sum.plus(weight);
        }
        Rational total = sum;
        return new Mixture(weights.stream().map(w -> w.dividedBy(total)).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void givesTheSameAnswerTwice(long seed) {
        RoundResult round = randomRound(new Random(seed));

        assertThat(rule().settle(round)).isEqualTo(rule().settle(round));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void doesNotDependOnTheOrderOfPlays(long seed) {
        RoundResult round = randomRound(new Random(seed));
        List<PlayerPlays> shuffled = new ArrayList<>(round.plays());
        Collections.shuffle(shuffled, new Random(seed + 1));

        assertThat(rule().settle(new RoundResult(round.round(), round.games(), shuffled)))
                .isEqualTo(rule().settle(round));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void averagesEveryGameOverItsOwnActions(long seed) {
        RoundResult round = randomRound(new Random(seed));

        List<GameAverage> averages = rule().settle(round).averages();

        assertThat(averages).hasSameSizeAs(round.games());
        for (int i = 0; i < averages.size(); i++) {
            Game game = round.games().get(i);
            assertThat(averages.get(i).game()).isEqualTo(game.id());
            assertThat(averages.get(i).rows()).hasSize(game.rows());
            assertThat(averages.get(i).columns()).hasSize(game.columns());
            assertThat(averages.get(i).plays()).isBetween(0, round.plays().size());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void averagesAreMixturesUnlessSkipped(long seed) {
        RoundResult round = randomRound(new Random(seed));

        for (GameAverage average : rule().settle(round).averages()) {
            Rational expected = average.skipped() ? Rational.ZERO : Rational.ONE;
            for (List<Rational> side : List.of(average.rows(), average.columns())) {
                assertThat(side).allMatch(weight -> weight.signum() >= 0);
                assertThat(side.stream().reduce(Rational.ZERO, Rational::plus)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void paysWhoPlayedAtMostOnceForEachGameInOrder(long seed) {
        RoundResult round = randomRound(new Random(seed));
        Set<ParticipantId> playing = new HashSet<>();
        round.plays().forEach(plays -> playing.add(plays.participant()));
        Set<Integer> games = new HashSet<>();
        round.games().forEach(game -> games.add(game.id()));

        List<Payoff> payoffs = rule().settle(round).payoffs();

        assertThat(payoffs)
                .allMatch(payoff -> playing.contains(payoff.participant()) && games.contains(payoff.game()))
                .isSortedAccordingTo(Comparator.comparing(Payoff::participant).thenComparing(Payoff::game));
        assertThat(payoffs.stream().map(payoff -> List.of(payoff.participant(), payoff.game())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    final void whomItSaysSomebodyMetExplainsThePayoff(long seed) {
        RoundResult round = randomRound(new Random(seed));
        Settlement settlement = rule().settle(round);

        for (Payoff payoff : settlement.payoffs()) {
            Game game = round.games().get(payoff.game() - 1);
            PlayerPlays player = round.plays().stream()
                    .filter(plays -> plays.participant().equals(payoff.participant()))
                    .findFirst()
                    .orElseThrow();
            rule().met(round, settlement, payoff.participant(), payoff.game())
                    .ifPresent(met -> assertThat(earned(game, player, met)).isEqualTo(payoff.amount()));
        }
    }

    private static Rational earned(Game game, PlayerPlays player, Opposition met) {
        if (met.kind() == Opposition.Kind.NOBODY) {
            return Rational.ZERO;
        }
        List<Rational> own =
                Objects.requireNonNull(player.mixtures().get(game.id())).weights();
        List<Rational> pure = game.payoffs(player.role(), met.mixtures());
        Rational sum = Rational.ZERO;
        for (int action = 0; action < own.size(); action++) {
            sum = sum.plus(own.get(action).times(pure.get(action)));
        }
        return sum;
    }

    @Test
    final void settlesARoundInWhichNobodyPlayed() {
        Game game = randomGame(1, new Random(0));

        Settlement settlement = rule().settle(new RoundResult(0, List.of(game), List.of()));

        assertThat(settlement.averages()).hasSize(1);
        assertThat(settlement.payoffs()).isEmpty();
    }
}
