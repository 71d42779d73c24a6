package org.aepsych.core.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.config.ConfigSchema;
import org.aepsych.api.config.ConfigSection;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;

/** Pays everybody the mean of what meeting each single opponent would pay: the slow way to the same numbers. */
final class NaiveAverage implements PayoffRule, PayoffRuleFactory {
    @Override
    public String name() {
        return "population-average";
    }

    @Override
    public ConfigSchema configSchema() {
        return ConfigSchema.of();
    }

    @Override
    public PayoffRule create(ConfigSection config) {
        return this;
    }

    @Override
    public Settlement settle(RoundResult round) {
        List<PlayerPlays> rows = complete(round, Role.ROW);
        List<PlayerPlays> columns = complete(round, Role.COLUMN);
        boolean skipped = rows.isEmpty() || columns.isEmpty();
        List<GameAverage> averages = new ArrayList<>();
        for (Game game : round.games()) {
            averages.add(new GameAverage(
                    game.id(),
                    mean(game.rows(), game.id(), skipped ? List.of() : rows),
                    mean(game.columns(), game.id(), skipped ? List.of() : columns),
                    skipped,
                    rows.size() + columns.size()));
        }
        List<Payoff> payoffs = new ArrayList<>();
        for (PlayerPlays player : round.plays()) {
            boolean isRow = rows.contains(player);
            if (isRow || columns.contains(player)) {
                for (Game game : round.games()) {
                    payoffs.add(new Payoff(
                            player.participant(), game.id(), payoff(game, player, isRow ? columns : rows, isRow)));
                }
            }
        }
        return new Settlement(averages, payoffs);
    }

    @Override
    public Optional<Opposition> met(RoundResult round, Settlement settlement, ParticipantId participant, int game) {
        GameAverage average = settlement.averages().get(game - 1);
        return Optional.of(
                average.skipped() ? Opposition.nobody() : new Opposition(Opposition.Kind.POPULATION, average.roles()));
    }

    private static List<PlayerPlays> complete(RoundResult round, Role role) {
        return round.plays().stream()
                .filter(plays -> plays.role().equals(role)
                        && plays.mixtures().size() == round.games().size())
                .toList();
    }

    private static List<Rational> mean(int actions, int game, List<PlayerPlays> players) {
        List<Rational> mean = new ArrayList<>();
        for (int action = 0; action < actions; action++) {
            Rational sum = Rational.ZERO;
            for (PlayerPlays player : players) {
                sum = sum.plus(weights(player, game).get(action));
            }
            mean.add(players.isEmpty() ? Rational.ZERO : sum.dividedBy(Rational.of(players.size())));
        }
        return mean;
    }

    private static List<Rational> weights(PlayerPlays player, int game) {
        Map<Integer, Mixture> mixtures = player.mixtures();
        return mixtures.getOrDefault(game, new Mixture(List.of(Rational.ONE))).weights();
    }

    private static Rational payoff(Game game, PlayerPlays player, List<PlayerPlays> opponents, boolean isRow) {
        Rational sum = Rational.ZERO;
        for (PlayerPlays opponent : opponents) {
            List<Rational> rows = weights(isRow ? player : opponent, game.id());
            List<Rational> columns = weights(isRow ? opponent : player, game.id());
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    sum = sum.plus(rows.get(i).times(columns.get(j)).times(game.payoff(player.role(), i, j)));
                }
            }
        }
        return opponents.isEmpty() ? Rational.ZERO : sum.dividedBy(Rational.of(opponents.size()));
    }
}
