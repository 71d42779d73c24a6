package org.aepsych.core.gamelab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.PayoffRule;
import org.aepsych.api.payoff.RoundResult;
import org.aepsych.api.payoff.RoundResult.PlayerPlays;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.gamelab.GamelabRun.Choice;
import org.aepsych.core.gamelab.GamelabRun.Person;

/** Every sum of an experiment, done again from its choices. */
final class GamelabSums {
    private final GamelabRun run;
    private final List<RoundResult> results = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<SortedMap<ParticipantId, Rational>> earned = new ArrayList<>();
    private final List<SortedMap<ParticipantId, Rational>> totals = new ArrayList<>();

    /**
     * Does them.
     *
     * @param run what was played
     * @param rule settles the finished rounds
     */
    GamelabSums(GamelabRun run, PayoffRule rule) {
        this.run = run;
        SortedMap<ParticipantId, Rational> before = new TreeMap<>();
        run.players().forEach(player -> before.put(player.id(), Rational.ZERO));
        for (int round = 0; round < run.parameters().finished(); round++) {
            RoundResult result = result(round);
            Settlement settlement = rule.settle(result);
            SortedMap<ParticipantId, Rational> current = earned(settlement);
            current.forEach((player, amount) -> before.merge(player, amount, Rational::plus));
            results.add(result);
            settlements.add(settlement);
            earned.add(current);
            totals.add(new TreeMap<>(before));
        }
    }

    private RoundResult result(int round) {
        Map<ParticipantId, Map<Integer, Mixture>> played = new TreeMap<>();
        for (Choice choice : run.choices(round)) {
            played.computeIfAbsent(choice.player(), player -> new TreeMap<>()).put(choice.game(), choice.mixture());
        }
        Map<ParticipantId, Person> players =
                run.players().stream().collect(Collectors.toMap(Person::id, person -> person));
        List<PlayerPlays> plays = played.entrySet().stream()
                .map(entry -> new PlayerPlays(
                        entry.getKey(),
                        java.util.Objects.requireNonNull(players.get(entry.getKey()))
                                .role(),
                        entry.getValue()))
                .toList();
        return new RoundResult(round, run.games(), plays);
    }

    /** Who is not paid for every game earns nothing. */
    private SortedMap<ParticipantId, Rational> earned(Settlement settlement) {
        SortedMap<ParticipantId, Rational> sums = new TreeMap<>();
        SortedMap<ParticipantId, Integer> games = new TreeMap<>();
        for (Settlement.Payoff payoff : settlement.payoffs()) {
            sums.merge(payoff.participant(), payoff.amount(), Rational::plus);
            games.merge(payoff.participant(), 1, Integer::sum);
        }
        games.forEach((player, paid) -> {
            if (paid < run.games().size()) {
                sums.put(player, Rational.ZERO);
            }
        });
        return sums;
    }

    RoundResult played(int round) {
        return results.get(round);
    }

    Settlement settlement(int round) {
        return settlements.get(round);
    }

    List<Settlement> settlements() {
        return settlements;
    }

    Rational current(int round, ParticipantId player) {
        return earned.get(round).getOrDefault(player, Rational.ZERO);
    }

    Rational aggregate(int round, ParticipantId player) {
        return totals.get(round).getOrDefault(player, Rational.ZERO);
    }

    /** Counts the tickets of those who take part in the lottery. */
    Tally tally() {
        SortedMap<ParticipantId, Long> tickets = new TreeMap<>();
        int last = run.parameters().finished() - 1;
        run.players().stream()
                .filter(player -> !player.recruited())
                .forEach(player -> tickets.put(player.id(), last < 0 ? 0L : tickets(aggregate(last, player.id()))));
        return Tally.of(tickets);
    }

    /** Returns the tickets as gamelab counts them: it rounds to a double towards zero, and then up to a whole number. */
    static long tickets(Rational amount) {
        double near = amount.toDouble();
        Rational exact = amount.signum() < 0 ? amount.negate() : amount;
        BigDecimal size = new BigDecimal(Math.abs(near));
        Rational rounded = Rational.of(
                size.scale() > 0 ? size.unscaledValue() : size.toBigInteger(),
                size.scale() > 0 ? java.math.BigInteger.TEN.pow(size.scale()) : java.math.BigInteger.ONE);
        double towardsZero = rounded.compareTo(exact) > 0 ? Math.nextAfter(near, 0) : near;
        return (long) Math.ceil(towardsZero);
    }
}
