package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Opposition;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;

/**
 * Pays everybody as if they had met the average of every other role: in a game of two with A the matrix of one's own
 * payoffs, x one's own mixture and ȳ the average mixture of the opponents, the payoff is xᵀAȳ. Only those who have played
 * all games of the round count and are paid. If a role has nobody who counts, the round is skipped: its averages, and so
 * the payoffs, are 0.
 */
final class PopulationAverage implements PayoffRule {
    @Override
    public Settlement settle(RoundResult round) {
        Field field = Field.of(round);
        List<GameAverage> averages = round.games().stream().map(field::average).toList();
        List<List<List<Rational>>> payoffs = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            payoffs.add(against(averages.get(i), round.games().get(i)));
        }
        List<Payoff> paid = new ArrayList<>(field.plays().size() * averages.size());
        for (PlayerPlays player : field.plays()) {
            for (int i = 0; i < averages.size(); i++) {
                Game game = round.games().get(i);
                List<Rational> actions = payoffs.get(i).get(player.role().number());
                paid.add(new Payoff(
                        player.participant(), game.id(), Field.earned(Field.weights(player, game), actions)));
            }
        }
        return new Settlement(averages, paid);
    }

    @Override
    public Optional<Opposition> met(RoundResult round, Settlement settlement, ParticipantId participant, int game) {
        return settlement.averages().stream()
                .filter(average -> average.game() == game)
                .findFirst()
                .map(average -> average.skipped()
                        ? Opposition.nobody()
                        : new Opposition(Opposition.Kind.POPULATION, average.roles()));
    }

    /** Returns what each action of each role pays against the averages: the same for everybody in that role. */
    static List<List<Rational>> against(GameAverage average, Game game) {
        List<List<Rational>> payoffs = new ArrayList<>();
        for (int role = 0; role < game.roles(); role++) {
            payoffs.add(game.payoffs(new Role(role), average.roles()));
        }
        return payoffs;
    }
}
