package org.aepsych.strategies.payoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
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
        Map<ParticipantId, PlayerPlays> counting = counting(everybody);
        List<Payoff> paid = new ArrayList<>();
        for (List<ParticipantId> group : matching.groups(Matching.byRole(round.places(), roles), round.round())) {
            Field present = present(group, counting);
            for (int i = 0; i < averages.size(); i++) {
                pay(present, round.games().get(i), averages.get(i), paid);
            }
        }
        paid.sort(Comparator.comparing(Payoff::participant).thenComparingInt(Payoff::game));
        return new Settlement(averages, paid);
    }

    private void pay(Field group, Game game, GameAverage population, List<Payoff> paid) {
        Company company = company(group, game, population);
        for (PlayerPlays player : group.plays()) {
            Rational amount = alone(company, population, player.role())
                    ? Rational.ZERO
                    : Field.earned(Field.weights(player, game), game.payoffs(player.role(), company.mixtures()));
            paid.add(new Payoff(player.participant(), game.id(), amount));
        }
    }

    @Override
    public Optional<Opposition> met(RoundResult round, Settlement settlement, ParticipantId participant, int game) {
        Map<ParticipantId, PlayerPlays> counting = counting(Field.of(round));
        PlayerPlays player = counting.get(participant);
        Optional<GameAverage> population = settlement.averages().stream()
                .filter(average -> average.game() == game)
                .findFirst();
        if (player == null || population.isEmpty()) {
            return Optional.empty();
        }
        return matching
                .groups(Matching.byRole(round.places(), population.get().roles().size()), round.round())
                .stream()
                .filter(group -> group.contains(participant))
                .findFirst()
                .map(group -> met(
                        company(present(group, counting), game(round, game), population.get()),
                        population.get(),
                        player.role()));
    }

    private Opposition met(Company company, GameAverage population, Role role) {
        if (alone(company, population, role)) {
            return Opposition.nobody();
        }
        return new Opposition(
                company.lacksAnother(role) ? Opposition.Kind.STAND_IN : Opposition.Kind.GROUP, company.mixtures());
    }

    private boolean alone(Company company, GameAverage population, Role role) {
        return population.skipped() || (absent == Absent.NOTHING && company.lacksAnother(role));
    }

    private static Game game(RoundResult round, int id) {
        return round.games().stream()
                .filter(game -> game.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the round has no game " + id));
    }

    private static Map<ParticipantId, PlayerPlays> counting(Field everybody) {
        Map<ParticipantId, PlayerPlays> counting = new HashMap<>();
        everybody.plays().forEach(player -> counting.put(player.participant(), player));
        return counting;
    }

    private static Field present(List<ParticipantId> group, Map<ParticipantId, PlayerPlays> counting) {
        return new Field(group.stream()
                .filter(counting::containsKey)
                .map(id -> Objects.requireNonNull(counting.get(id)))
                .toList());
    }

    private static Company company(Field group, Game game, GameAverage population) {
        List<List<Rational>> mixtures = new ArrayList<>();
        List<Boolean> there = new ArrayList<>();
        for (int role = 0; role < game.roles(); role++) {
            List<List<Rational>> played = group.mixtures(role, game);
            there.add(!played.isEmpty());
            mixtures.add(
                    played.isEmpty()
                            ? population.roles().get(role)
                            : Field.mean(played.get(0).size(), played));
        }
        return new Company(mixtures, there);
    }

    /**
     * What a group plays.
     *
     * @param mixtures the mean of each role; where it has nobody, that of the whole population
     * @param there whether each role has somebody who counts
     */
    private record Company(List<List<Rational>> mixtures, List<Boolean> there) {
        boolean lacksAnother(Role role) {
            return IntStream.range(0, there.size()).anyMatch(other -> other != role.number() && !there.get(other));
        }
    }
}
