package org.aepsych.strategies.math;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How long something may take, by the clock or in steps. Immutable, thread-safe. */
public final class TimeBudget {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(false, () -> () -> false);

    private static final double NANOS_PER_SECOND = 1e9;

    private final boolean limited;
    private final Supplier<BooleanSupplier> beginning;

    private TimeBudget(boolean limited, Supplier<BooleanSupplier> beginning) {
        this.limited = limited;
        this.beginning = beginning;
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
        long nanos = (long) Math.min(Long.MAX_VALUE, seconds * NANOS_PER_SECOND);
        return new TimeBudget(true, () -> new Steps(nanos, clock));
    }

    /**
     * Sets a budget that is the same on every machine.
     *
     * @param steps how many steps may be taken, from 1
     * @return the budget
     */
    public static TimeBudget steps(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a budget has at least 1 step, but " + steps + " was given");
        }
        return new TimeBudget(true, () -> {
            AtomicLong left = new AtomicLong(steps);
            return () -> left.decrementAndGet() <= 0;
        });
    }

    /**
     * Tells whether there is an end to it.
     *
     * @return false if it takes as long as it takes
     */
    public boolean limited() {
        return limited;
    }

    /**
     * Begins. Whoever works asks after each step whether to go on, so that what a step takes is known.
     *
     * @return tells whether another step, as long as the longest so far, would end after the budget is spent; not
     *     thread-safe
     */
    public BooleanSupplier begin() {
        return beginning.get();
    }

    private static final class Steps implements BooleanSupplier {
        private final long nanos;
        private final LongSupplier clock;
        private final long start;
        private long last;
        private long longest;

        Steps(long nanos, LongSupplier clock) {
            this.nanos = nanos;
            this.clock = clock;
            this.start = clock.getAsLong();
            this.last = start;
        }

        @Override
        public boolean getAsBoolean() {
            long now = clock.getAsLong();
            longest = Math.max(longest, now - last);
            last = now;
            return now - start + longest >= nanos;
        }
    }
}
