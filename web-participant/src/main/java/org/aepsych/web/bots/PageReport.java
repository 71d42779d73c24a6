package org.aepsych.web.bots;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run of simulated browsers came to.
 *
 * @param bots how many there were
 * @param plays plays that were accepted
 * @param requests HTTP requests sent, streams of news not counted
 * @param failures requests that were not answered as expected, and streams that broke
 * @param elapsed how long it was measured
 * @param sights how often a play was seen on another screen
 * @param toScreen how long a play took to another participant's screen
 * @param playsLatency how long plays took to be answered
 * @param allLatency how long all requests took
 * @param firstFailures sentences about the first failures
 */
public record PageReport(
        int bots,
        long plays,
        long requests,
        long failures,
        Duration elapsed,
        long sights,
        BotReport.Percentiles toScreen,
        BotReport.Percentiles playsLatency,
        BotReport.Percentiles allLatency,
        List<String> firstFailures) {

    /** Copies the list. */
    public PageReport {
        firstFailures = List.copyOf(firstFailures);
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
                browsers   %d, each with its stream of news open, for %.0f s
                plays      %d (%.1f a second)
                requests   %d (%.0f a second), failed: %d
                to screens %s (%d times)
                a play     %s
                a request  %s""",
                bots,
                seconds,
                plays,
                plays / seconds,
                requests,
                requests / seconds,
                failures,
                toScreen,
                sights,
                playsLatency,
                allLatency));
        firstFailures.forEach(failure -> text.append("\nfailure    ").append(failure));
        return text.toString();
    }
}
