package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;

/**
 * Pays everybody against those of their own group instead of the whole population: in a pair xᵀAy, with y the partner's own
 * mixture; of several in a role, the mean. Only those who have played all games of the round count and are paid. The
 * averages are those of the whole population, as participants are shown them.
 */
final class Matched implements PayoffRule {
    private final Matching matching;
    private final Absent absent;

    /** What somebody is paid against whose group has nobody in another role who counts. */
    enum Absent {
        /** The average of that role in the whole population. */
        AVERAGE,
        /** Nothing: the payoff is 0. */
        NOTHING
    }

    Matched(Matching matching, Absent absent) {
        this.matching = matching;
        this.absent = absent;
    }

    @Override
    public Settlement settle(RoundResult round) {
        Field everybody = Field.of(round);
        List<GameAverage> averages =
                round.games().stream().map(everybody::average).toList();
        int roles = round.games().get(0).roles();
        Map<ParticipantId, PlayerPlays> counting = new HashMap<>();
        everybody.plays().forEach(player -> counting.put(player.participant(), player));
        List<Payoff> paid = new ArrayList<>();
        for (List<ParticipantId> group : matching.groups(Matching.byRole(round.places(), roles), round.round())) {
            Field present = new Field(group.stream()
                    .filter(counting::containsKey)
                    .map(id -> Objects.requireNonNull(counting.get(id)))
                    .toList());
            for (int i = 0; i < averages.size(); i++) {
                pay(present, round.games().get(i), averages.get(i), paid);
            }
        }
        paid.sort(Comparator.comparing(Payoff::participant).thenComparingInt(Payoff::game));
        return new Settlement(averages, paid);
    }

    private void pay(Field group, Game game, GameAverage population, List<Payoff> paid) {
        List<List<Rational>> met = new ArrayList<>();
        boolean[] there = new boolean[game.roles()];
        for (int role = 0; role < game.roles(); role++) {
            List<List<Rational>> mixtures = group.mixtures(role, game);
            there[role] = !mixtures.isEmpty();
            met.add(
                    there[role]
                            ? Field.mean(mixtures.get(0).size(), mixtures)
                            : population.roles().get(role));
        }
        for (PlayerPlays player : group.plays()) {
            boolean alone = population.skipped() || (absent == Absent.NOTHING && lacksAnother(there, player));
            Rational amount =
                    alone ? Rational.ZERO : Field.earned(Field.weights(player, game), game.payoffs(player.role(), met));
            paid.add(new Payoff(player.participant(), game.id(), amount));
        }
    }

    private static boolean lacksAnother(boolean[] there, PlayerPlays player) {
        for (int role = 0; role < there.length; role++) {
            if (!there[role] && role != player.role().number()) {
                return true;
            }
        }
        return false;
    }
}
