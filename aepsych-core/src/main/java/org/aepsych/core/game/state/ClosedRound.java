package org.aepsych.core.game.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.api.payoff.Settlement.Payoff;
import org.pcollections.TreePMap;

/** A settled round. Immutable. */
public final class ClosedRound {
    private final int round;
    private final TreePMap<ParticipantId, TreePMap<Integer, Mixture>> plays;
    private final List<GameAverage> averages;
    private final SortedMap<ParticipantId, SortedMap<Integer, Rational>> payoffs = new TreeMap<>();

    ClosedRound(int round, TreePMap<ParticipantId, TreePMap<Integer, Mixture>> plays, Settlement settlement) {
        this.round = round;
        this.plays = plays;
        this.averages = settlement.averages();
        for (Payoff payoff : settlement.payoffs()) {
            payoffs.computeIfAbsent(payoff.participant(), paid -> new TreeMap<>())
                    .put(payoff.game(), payoff.amount());
        }
    }

    /**
     * Returns the number of the round.
     *
     * @return from 0
     */
    public int round() {
        return round;
    }

    /**
     * Returns what was played on average.
     *
     * @return one for each game, in their order
     */
    public List<GameAverage> averages() {
        return averages;
    }

    TreePMap<ParticipantId, TreePMap<Integer, Mixture>> plays() {
        return plays;
    }

    /**
     * Returns what the round came to, as it was settled.
     *
     * @return averages and payoffs
     */
    public Settlement settlement() {
        List<Payoff> paid = new ArrayList<>();
        payoffs.forEach((participant, amounts) ->
                amounts.forEach((game, amount) -> paid.add(new Payoff(participant, game, amount))));
        return new Settlement(averages, paid);
    }

    /**
     * Returns what somebody played.
     *
     * @param participant who
     * @param game which game
     * @return empty if nothing
     */
    public Optional<Mixture> played(ParticipantId participant, int game) {
        return Optional.ofNullable(plays.get(participant)).flatMap(mine -> Optional.ofNullable(mine.get(game)));
    }

    /**
     * Returns what somebody was paid for a game.
     *
     * @param participant who
     * @param game which game
     * @return exact; empty if they were not paid for it
     */
    public Optional<Rational> payoff(ParticipantId participant, int game) {
        return Optional.ofNullable(payoffs.get(participant)).flatMap(mine -> Optional.ofNullable(mine.get(game)));
    }

    /**
     * Returns what a participant earned: nothing unless they were paid for every game.
     *
     * @param participant who
     * @return exact
     */
    public Rational earned(ParticipantId participant) {
        SortedMap<Integer, Rational> mine = payoffs.get(participant);
        if (mine == null || mine.size() < averages.size()) {
            return Rational.ZERO;
        }
        return mine.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    Iterable<ParticipantId> paid() {
        return payoffs.keySet();
    }
}
