package org.aepsych.web.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets every address do something a number of times in a row, and then once in a while: a token bucket for each
 * address, in memory. Thread-safe.
 */
public final class RateLimit {
    private static final int MOST_ADDRESSES = 50_000;

    private final InstantSource clock;
    private final int burst;
    private final Duration refill;
    private final Map<String, Bucket> buckets;

    /**
     * A limit.
     *
     * @param clock when
     * @param burst how often in a row, from 1
     * @param refill after how long once more
     */
    public RateLimit(InstantSource clock, int burst, Duration refill) {
        this.clock = clock;
        this.burst = burst;
        this.refill = refill;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_ADDRESSES;
            }
        };
    }

    /**
     * Counts an attempt.
     *
     * @param address whose
     * @throws TooManyRequestsException if the address has used up its attempts
     */
    public synchronized void spend(String address) {
        Bucket now = filled(address);
        if (now.tokens() < 1) {
            Duration wait = Duration.between(clock.instant(), now.since().plus(refill));
            throw new TooManyRequestsException(
                    wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
        }
        buckets.put(address, new Bucket(now.tokens() - 1, now.since()));
    }

    /**
     * Takes an attempt back that turned out harmless.
     *
     * @param address whose
     */
    public synchronized void refund(String address) {
        Bucket now = filled(address);
        if (now.tokens() + 1 >= burst) {
            buckets.remove(address);
        } else {
            buckets.put(address, new Bucket(now.tokens() + 1, now.since()));
        }
    }

    private Bucket filled(String address) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(burst, now));
        long earned = Math.max(0, Duration.between(bucket.since(), now).dividedBy(refill));
        return bucket.tokens() + earned >= burst
                ? new Bucket(burst, now)
                : new Bucket((int) (bucket.tokens() + earned), bucket.since().plus(refill.multipliedBy(earned)));
    }

    private record Bucket(int tokens, Instant since) {}
}
