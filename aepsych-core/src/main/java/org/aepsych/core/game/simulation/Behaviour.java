package org.aepsych.core.game.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;

/**
 * How simulated participants behave in time.
 *
 * @param quickest shortest time for a game
 * @param slowest longest time for a game; times are drawn evenly between the two
 * @param arrival within which time after the start they come, evenly; zero if all are there before
 * @param leaving chance, 0 to 1, that a participant goes silent before a round
 */
public record Behaviour(Duration quickest, Duration slowest, Duration arrival, double leaving) {
    /** Everybody is there at the start, stays, and thinks 5 to 30 seconds about each game. */
    public static final Behaviour DEFAULT =
            new Behaviour(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ZERO, 0);

    /** Checks the ranges. */
    public Behaviour {
        if (quickest.isNegative() || slowest.compareTo(quickest) < 0 || arrival.isNegative()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "a participant's times are not negative, and the longest is not shorter than the shortest, but they are "
                            + quickest + ", " + slowest + " and " + arrival);
        }
        if (!(leaving >= 0 && leaving <= 1)) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "the chance of leaving is 0 to 1, but is " + leaving);
        }
    }

    Duration thinking(RandomGenerator random) {
        return quickest.plus(drawn(slowest.minus(quickest), random));
    }

    Duration arriving(RandomGenerator random) {
        return drawn(arrival, random);
    }

    boolean leaves(RandomGenerator random) {
        return leaving > 0 && random.nextDouble() < leaving;
    }

    /** Returns whole milliseconds up to a span. */
    private static Duration drawn(Duration span, RandomGenerator random) {
        return span.isZero() ? span : Duration.ofMillis(random.nextLong(span.toMillis() + 1));
    }
}
