package org.aepsych.strategies.math;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How long something may take, in steps, so that it is the same on every machine. Immutable, thread-safe. */
public final class TimeBudget {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(false, () -> () -> false);

    private final boolean limited;
    private final Supplier<BooleanSupplier> beginning;

    private TimeBudget(boolean limited, Supplier<BooleanSupplier> beginning) {
        this.limited = limited;
        this.beginning = beginning;
    }

    /**
     * Sets a budget.
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
     * Begins.
     *
     * @return to be asked after each step; tells whether the budget is spent; not thread-safe
     */
    public BooleanSupplier begin() {
        return beginning.get();
    }
}
