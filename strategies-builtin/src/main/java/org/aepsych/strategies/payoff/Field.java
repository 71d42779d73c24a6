package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.number.RationalSum;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement.GameAverage;

/**
 * Those who count in a round, since they have played all of its games.
 *
 * @param plays ordered by participant
 */
record Field(List<PlayerPlays> plays) {
    Field {
        plays = List.copyOf(plays);
    }

    static Field of(RoundResult round) {
        return new Field(round.plays().stream()
                .filter(plays ->
                        round.games().stream().allMatch(game -> plays.mixtures().containsKey(game.id())))
                .sorted(Comparator.comparing(PlayerPlays::participant))
                .toList());
    }

    /** Returns what each role plays on average; all 0 if a role has nobody. */
    GameAverage average(Game game) {
        List<List<List<Rational>>> byRole = new ArrayList<>();
        for (int role = 0; role < game.roles(); role++) {
            byRole.add(new ArrayList<>());
        }
        plays.forEach(player -> byRole.get(player.role().number()).add(weights(player, game)));
        boolean skipped = byRole.stream().anyMatch(List::isEmpty);
        List<List<Rational>> roles = new ArrayList<>();
        for (int role = 0; role < game.roles(); role++) {
            roles.add(mean(game.actions(new Role(role)), skipped ? List.of() : byRole.get(role)));
        }
        return new GameAverage(game.id(), roles, skipped, plays.size());
    }

    /** Returns what the players of a role play. */
    List<List<Rational>> mixtures(int role, Game game) {
        return plays.stream()
                .filter(player -> player.role().number() == role)
                .map(player -> weights(player, game))
                .toList();
    }

    /** Returns the mean weight of each action; all 0 over nobody. */
    static List<Rational> mean(int actions, List<List<Rational>> mixtures) {
        Rational count = Rational.of(Math.max(mixtures.size(), 1));
        List<Rational> means = new ArrayList<>(actions);
        for (int action = 0; action < actions; action++) {
            RationalSum sum = new RationalSum();
            for (List<Rational> weights : mixtures) {
                sum.add(weights.get(action));
            }
            means.add(sum.value().dividedBy(count));
        }
        return means;
    }

    static List<Rational> weights(PlayerPlays player, Game game) {
        Mixture mixture =
                Objects.requireNonNull(player.mixtures().get(game.id()), "only who has played everything is asked");
        return mixture.weights();
    }

    /** Returns what a mixture earns on average if each action pays what is given. */
    static Rational earned(List<Rational> weights, List<Rational> payoffs) {
        RationalSum sum = new RationalSum();
        for (int action = 0; action < weights.size(); action++) {
            sum.add(weights.get(action).times(payoffs.get(action)));
        }
        return sum.value();
    }
}
