package org.aepsych.core.game.lottery;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;

/**
 * The lottery's tickets after the last round.
 *
 * @param shares one for every participant, by id; their tickets are numbered through from 0
 * @param total tickets of all participants
 */
public record Tally(List<Share> shares, long total) {
    /** Most tickets that anybody can earn or lose: 10¹². */
    public static final long MOST_TICKETS = 1_000_000_000_000L;

    private static final BigInteger MOST = BigInteger.valueOf(MOST_TICKETS);

    /** Copies the list. */
    public Tally {
        shares = List.copyOf(shares);
    }

    /**
     * Turns an amount into tickets.
     *
     * @param payoff what was earned
     * @return rounded up to a whole number, at most {@value #MOST_TICKETS} either way; negative for losses
     */
    public static long tickets(Rational payoff) {
        return payoff.ceiling().min(MOST).max(MOST.negate()).longValueExact();
    }

    /**
     * Numbers the tickets. If anybody has less than none, everybody gets as many more as the poorest one lacks.
     *
     * @param earned tickets of every participant
     * @return the tally
     */
    public static Tally of(SortedMap<ParticipantId, Long> earned) {
        long least = 0;
        for (long tickets : earned.values()) {
            least = Math.min(least, tickets);
        }
        List<Share> shares = new ArrayList<>(earned.size());
        long total = 0;
        for (Map.Entry<ParticipantId, Long> entry : earned.entrySet()) {
            long tickets = entry.getValue() - least;
            shares.add(new Share(entry.getKey(), new Score(total, tickets)));
            total = Math.addExact(total, tickets);
        }
        return new Tally(shares, total);
    }
}
