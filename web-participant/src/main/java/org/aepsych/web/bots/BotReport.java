package org.aepsych.web.bots;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run of simulated participants came to.
 *
 * @param bots how many there were
 * @param finished how many of them saw the end of the experiment
 * @param plays mixtures that were accepted
 * @param late mixtures that came after their round had ended
 * @param requests HTTP requests sent
 * @param failures requests that were not answered as expected
 * @param elapsed from the first request to the last answer
 * @param playsLatency how long plays took
 * @param allLatency how long all requests took
 * @param firstFailures sentences about the first failures
 */
public record BotReport(
        int bots,
        int finished,
        long plays,
        long late,
        long requests,
        long failures,
        Duration elapsed,
        Percentiles playsLatency,
        Percentiles allLatency,
        List<String> firstFailures) {

    /** Copies the list. */
    public BotReport {
        firstFailures = List.copyOf(firstFailures);
    }

    /**
     * The mean, and times that half, 95 and 99 of 100 requests did not exceed.
     *
     * @param mean over all requests
     * @param p50 median
     * @param p95 exceeded by 5 of 100
     * @param p99 exceeded by 1 of 100
     */
    public record Percentiles(Duration mean, Duration p50, Duration p95, Duration p99) {
        static Percentiles of(Latencies latencies) {
            return new Percentiles(
                    latencies.mean(), latencies.percentile(50), latencies.percentile(95), latencies.percentile(99));
        }

        @Override
        public String toString() {
            return "mean " + millis(mean) + ", p50 " + millis(p50) + ", p95 " + millis(p95) + ", p99 " + millis(p99);
        }

        private static String millis(Duration duration) {
            return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
        }
    }

    /**
     * Tells whether every request was answered as expected and every bot reached the end.
     *
     * @return whether nothing failed
     */
    public boolean clean() {
        return failures == 0 && finished == bots;
    }

    /**
     * Returns the report as lines for people.
     *
     * @return several lines, without a line end after the last
     */
    public String text() {
        double seconds = Math.max(elapsed.toNanos() / 1e9, 1e-9);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                bots       %d, of which %d saw the end
                plays      %d in %.1f s (%.0f a second), too late: %d
                requests   %d (%.0f a second), failed: %d
                a play     %s
                a request  %s""",
                bots,
                finished,
                plays,
                seconds,
                plays / seconds,
                late,
                requests,
                requests / seconds,
                failures,
                playsLatency,
                allLatency));
        firstFailures.forEach(failure -> text.append("\nfailure    ").append(failure));
        return text.toString();
    }
}
