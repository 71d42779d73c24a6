package org.aepsych.strategies.math;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long something may take. Immutable, thread-safe. */
public final class TimeBudget {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(Long.MAX_VALUE, () -> 0);

    private static final double NANOS_PER_SECOND = 1e9;

    private final long nanos;
    private final LongSupplier clock;

    private TimeBudget(long nanos, LongSupplier clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    /**
     * Sets a budget.
     *
     * @param seconds how long, above 0
     * @param clock nanoseconds that have passed since any moment
     * @return the budget
     */
    public static TimeBudget seconds(double seconds, LongSupplier clock) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a budget of time is above 0 s, but is " + seconds);
        }
        return new TimeBudget((long) Math.min(Long.MAX_VALUE, seconds * NANOS_PER_SECOND), clock);
    }

    /**
     * Tells whether there is an end to it.
     *
     * @return false if it takes as long as it takes
     */
    public boolean limited() {
        return nanos < Long.MAX_VALUE;
    }

    /**
     * Begins. Whoever works asks after each step whether to go on, so that what a step takes is known.
     *
     * @return tells whether another step, as long as the longest so far, would end after the budget is spent; not
     *     thread-safe
     */
    public BooleanSupplier begin() {
        return limited() ? new Steps() : () -> false;
    }

    private final class Steps implements BooleanSupplier {
        private final long start = clock.getAsLong();
        private long last = start;
        private long longest;

        @Override
        public boolean getAsBoolean() {
            long now = clock.getAsLong();
            longest = Math.max(longest, now - last);
            last = now;
            return now - start + longest >= nanos;
        }
    }
}
