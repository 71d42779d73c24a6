package org.aepsych.web.bots;

import java.time.Duration;
import java.util.Arrays;

/** Collects how long requests took. Thread-safe. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long elapsedNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = elapsedNanos;
    }

    synchronized int count() {
        return count;
    }

    /** Returns the mean; zero if there were none. */
    synchronized Duration mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += nanos[i];
        }
        return Duration.ofNanos(count == 0 ? 0 : Math.round(sum / count));
    }

    /**
     * Returns a percentile by the nearest rank.
     *
     * @param percent 0 to 100
     * @return the smallest time that at least that share of the requests did not exceed; zero if there were none
     */
    synchronized Duration percentile(double percent) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }
}
