package org.aepsych.core.game.definition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When rounds begin and end.
 *
 * @param rounds number of rounds, 1 to {@value #MOST_ROUNDS}
 * @param minutes longest duration of a round, 1 to {@value #MOST_MINUTES}
 * @param percent share of the present players of each role, 0 to 100, that ends a round early once they have played all
 *     games; 0 if rounds end by time only
 * @param graceMinutes how long a round lasts at least before that share counts, 0 to {@value #MOST_GRACE}
 * @param playRounds how many rounds each participant may play, from 1; may exceed the number of rounds
 * @param start when the first round begins; empty if it begins when the experimenter starts the experiment
 */
public record Schedule(
        int rounds, int minutes, int percent, int graceMinutes, int playRounds, Optional<Instant> start) {
    /** Most rounds of an experiment. */
    public static final int MOST_ROUNDS = 10_000;

    /** Longest round: a day. */
    public static final int MOST_MINUTES = 1_440;

    /** Longest grace time: a year. */
    public static final int MOST_GRACE = 525_600;

    /** Checks the ranges and cuts the time to microseconds. */
    public Schedule {
        start = start.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds are 1 to " + MOST_ROUNDS + ", but are " + rounds);
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("a round has 1 to " + MOST_MINUTES + " minutes, but has " + minutes);
        }
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a share is 0 to 100 percent, but is " + percent);
        }
        if (graceMinutes < 0 || graceMinutes > MOST_GRACE || playRounds < 1) {
            throw new IllegalArgumentException(
                    "grace time is 0 to " + MOST_GRACE + " minutes and at least one round is " + "played, but they are "
                            + graceMinutes + " and " + playRounds);
        }
    }

    /**
     * Returns the longest duration of a round.
     *
     * @return whole minutes
     */
    public Duration round() {
        return Duration.ofMinutes(minutes);
    }

    /**
     * Returns how long a round lasts at least before the share of players counts.
     *
     * @return whole minutes
     */
    public Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }

    /**
     * Tells whether a participant may play in a round.
     *
     * @param joined first round of the participant
     * @param round from 0
     * @return true within the participant's window, whether or not the experiment has that round
     */
    public boolean covers(int joined, int round) {
        return round >= joined && (long) round < (long) joined + playRounds;
    }
}
