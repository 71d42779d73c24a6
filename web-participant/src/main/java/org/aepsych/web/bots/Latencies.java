package org.aepsych.web.bots;

import java.time.Duration;

/** Counts how long requests took, to a tenth of a millisecond, in as much memory however many there are. Thread-safe. */
final class Latencies {
    private static final long BUCKET_NANOS = 100_000;

    /** Everything that took longer counts as 100 s. */
    private static final int BUCKETS = 1_000_000;

    private final int[] buckets = new int[BUCKETS];
    private int count;
    private double sum;

    synchronized void add(long elapsedNanos) {
        int bucket = (int) Math.min(BUCKETS - 1L, (elapsedNanos + BUCKET_NANOS - 1) / BUCKET_NANOS);
        buckets[bucket]++;
        count++;
        sum += elapsedNanos;
    }

    synchronized int count() {
        return count;
    }

    /** Returns the mean; zero if there were none. */
    synchronized Duration mean() {
        return Duration.ofNanos(count == 0 ? 0 : Math.round(sum / count));
    }

    /**
     * Returns a percentile by the nearest rank.
     *
     * @param percent 0 to 100
     * @return a time that at least that share of the requests did not exceed, rounded up; zero if there were none
     */
    synchronized Duration percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
        long passed = 0;
        for (int bucket = 0; bucket < BUCKETS && count > 0; bucket++) {
            passed += buckets[bucket];
            if (passed >= rank) {
                return Duration.ofNanos(bucket * BUCKET_NANOS);
            }
        }
        return Duration.ZERO;
    }
}
