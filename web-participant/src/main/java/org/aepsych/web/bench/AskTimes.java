package org.aepsych.web.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a client waited, trials with about the same number of trials before them taken together.
 *
 * @param acquisition the acquisition function
 * @param trials how many trials there were at the last of them
 * @param phase what was waited for
 * @param nanos one time for each trial
 */
public record AskTimes(String acquisition, int trials, Phase phase, List<Long> nanos) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** What is waited for. */
    public enum Phase {
        /** From the tell's leaving to its answer. */
        TELL,
        /** From the ask's leaving to its answer. */
        ASK,
        /** From the tell's leaving to the answer of the ask that follows at once: everything until the next stimulus. */
        TELL_AND_ASK,
        /** Of that, what the fit of the model takes, measured apart. */
        FIT;

        /**
         * Returns its name in tables.
         *
         * @return such as {@code tell+ask}
         */
        public String key() {
            return this == TELL_AND_ASK ? "tell+ask" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public AskTimes {
        nanos = List.copyOf(nanos);
    }

    /**
     * Returns a percentile by the nearest rank.
     *
     * @param percent above 0 and up to 100
     * @return the time
     */
    public Duration percentile(double percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        sorted.sort(Long::compare);
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return Duration.ofNanos(sorted.get(Math.max(rank, 1) - 1));
    }

    /**
     * Returns a percentile in milliseconds.
     *
     * @param percent above 0 and up to 100
     * @return the time
     */
    public double millis(double percent) {
        return percentile(percent).toNanos() / NANOS_PER_MILLI;
    }

    /**
     * Writes lines of a table.
     *
     * @param all what was measured
     * @return a line of names, and one for each
     */
    public static String text(List<AskTimes> all) {
        StringBuilder out =
                new StringBuilder(String.format("%-24s %6s %-9s %9s %9s%n", "", "trials", "", "p50 [ms]", "p95 [ms]"));
        for (AskTimes times : all) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-24s %6d %-9s %9.1f %9.1f%n",
                    times.acquisition(),
                    times.trials(),
                    times.phase().key(),
                    times.millis(50),
                    times.millis(95)));
        }
        return out.toString();
    }

    /**
     * Writes a CSV file.
     *
     * @param all what was measured
     * @return a line of names, and one for each
     */
    public static String csv(List<AskTimes> all) {
        StringBuilder out = new StringBuilder("acquisition,trials,phase,count,p50_ms,p95_ms\n");
        for (AskTimes times : all) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%s,%d,%.3f,%.3f%n",
                    times.acquisition(),
                    times.trials(),
                    times.phase().key(),
                    times.nanos().size(),
                    times.millis(50),
                    times.millis(95)));
        }
        return out.toString();
    }
}
