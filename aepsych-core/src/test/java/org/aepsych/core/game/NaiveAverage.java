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
        int roles = round.games().get(0).roles();
        List<List<PlayerPlays>> byRole = new ArrayList<>();
        for (int role = 0; role < roles; role++) {
            byRole.add(complete(round, new Role(role)));
        }
        boolean skipped = byRole.stream().anyMatch(List::isEmpty);
        int count = byRole.stream().mapToInt(List::size).sum();
        List<GameAverage> averages = new ArrayList<>();
        for (Game game : round.games()) {
            List<List<Rational>> means = new ArrayList<>();
            for (int role = 0; role < roles; role++) {
                means.add(mean(game.actions().get(role), game.id(), skipped ? List.of() : byRole.get(role)));
            }
            averages.add(new GameAverage(game.id(), means, skipped, count));
        }
        List<Payoff> payoffs = new ArrayList<>();
        for (PlayerPlays player : round.plays()) {
            if (byRole.get(player.role().number()).contains(player)) {
                for (Game game : round.games()) {
                    Rational amount = skipped ? Rational.ZERO : payoff(game, player, byRole);
                    payoffs.add(new Payoff(player.participant(), game.id(), amount));
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

    /** Returns the mean over everybody whom the player could have met together. */
    private static Rational payoff(Game game, PlayerPlays player, List<List<PlayerPlays>> byRole) {
        List<List<PlayerPlays>> companies = List.of(List.of());
        for (int role = 0; role < byRole.size(); role++) {
            List<PlayerPlays> candidates = role == player.role().number() ? List.of(player) : byRole.get(role);
            List<List<PlayerPlays>> larger = new ArrayList<>();
            for (List<PlayerPlays> company : companies) {
                for (PlayerPlays candidate : candidates) {
                    List<PlayerPlays> joined = new ArrayList<>(company);
                    joined.add(candidate);
                    larger.add(joined);
                }
            }
            companies = larger;
        }
        Rational sum = Rational.ZERO;
        for (List<PlayerPlays> company : companies) {
            sum = sum.plus(expected(game, player.role(), company, new int[company.size()], 0, Rational.ONE));
        }
        return sum.dividedBy(Rational.of(companies.size()));
    }

    private static Rational expected(
            Game game, Role role, List<PlayerPlays> company, int[] profile, int depth, Rational chance) {
        if (depth == company.size()) {
            return chance.times(game.payoff(role, profile));
        }
        Rational sum = Rational.ZERO;
        List<Rational> weights = weights(company.get(depth), game.id());
        for (int action = 0; action < weights.size(); action++) {
            profile[depth] = action;
            sum = sum.plus(expected(game, role, company, profile, depth + 1, chance.times(weights.get(action))));
        }
        return sum;
    }
}
