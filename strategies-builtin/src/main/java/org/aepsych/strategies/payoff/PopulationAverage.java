package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;

/**
 * Pays everybody as if they had met the average of the other side: with A the matrix of one's own payoffs, x one's own
 * mixture and ȳ the average mixture of the opponents, the payoff is xᵀAȳ. Only those who have played all games of the
 * round count and are paid. If one side has nobody who counts, the round is skipped: its averages, and so the payoffs,
 * are 0.
 */
final class PopulationAverage implements PayoffRule {
    @Override
    public Settlement settle(RoundResult round) {
        List<PlayerPlays> complete = round.plays().stream()
                .filter(plays ->
                        round.games().stream().allMatch(game -> plays.mixtures().containsKey(game.id())))
                .sorted(Comparator.comparing(PlayerPlays::participant))
                .toList();
        List<Game> games = round.games();
        List<GameAverage> averages =
                games.stream().map(game -> average(game, complete)).toList();
        List<Payoff> payoffs = new ArrayList<>(complete.size() * games.size());
        for (PlayerPlays plays : complete) {
            for (int i = 0; i < games.size(); i++) {
                Rational amount = payoff(games.get(i), plays, averages.get(i));
                payoffs.add(new Payoff(plays.participant(), games.get(i).id(), amount));
            }
        }
        return new Settlement(averages, payoffs);
    }

    private static GameAverage average(Game game, List<PlayerPlays> complete) {
        List<Mixture> rows = mixtures(game, Role.ROW, complete);
        List<Mixture> columns = mixtures(game, Role.COLUMN, complete);
        boolean skipped = rows.isEmpty() || columns.isEmpty();
        return new GameAverage(
                game.id(),
                mean(game.rows(), skipped ? List.of() : rows),
                mean(game.columns(), skipped ? List.of() : columns),
                skipped,
                complete.size());
    }

    private static List<Mixture> mixtures(Game game, Role role, List<PlayerPlays> complete) {
        return complete.stream()
                .filter(plays -> plays.role() == role)
                .map(plays -> mixture(game, plays))
                .toList();
    }

    private static Mixture mixture(Game game, PlayerPlays plays) {
        return Objects.requireNonNull(plays.mixtures().get(game.id()), "only complete players are asked");
    }

    /** Returns the mean weight of each action; all 0 over nobody. */
    private static List<Rational> mean(int actions, List<Mixture> mixtures) {
        Rational count = Rational.of(Math.max(mixtures.size(), 1));
        List<Rational> means = new ArrayList<>(actions);
        for (int action = 0; action < actions; action++) {
            Rational sum = Rational.ZERO;
            for (Mixture mixture : mixtures) {
                sum = sum.plus(mixture.weights().get(action));
            }
            means.add(sum.dividedBy(count));
        }
        return means;
    }

    private static Rational payoff(Game game, PlayerPlays plays, GameAverage average) {
        boolean playsRows = plays.role() == Role.ROW;
        List<Rational> own = mixture(game, plays).weights();
        List<Rational> rows = playsRows ? own : average.rows();
        List<Rational> columns = playsRows ? average.columns() : own;
        Rational sum = Rational.ZERO;
        for (int row = 0; row < game.rows(); row++) {
            Rational against = Rational.ZERO;
            for (int column = 0; column < game.columns(); column++) {
                against = against.plus(columns.get(column).times(game.payoff(plays.role(), row, column)));
            }
            sum = sum.plus(rows.get(row).times(against));
        }
        return sum;
    }
}
