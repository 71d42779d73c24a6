package org.aepsych.web.view;

import java.time.Duration;
import java.time.Instant;

/**
 * Time until something happens. Pages show it as text; a script lets it run.
 *
 * @param label what happens then
 * @param until when
 * @param now the server's time, against which the script sets its clock
 */
public record Countdown(String label, Instant until, Instant now) {
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    /**
     * Returns what is left, in words.
     *
     * @return rounded up to minutes, such as {@code 2 h 5 min}; seconds only in the last minute
     */
    public String left() {
        long seconds = Math.max(0, Duration.between(now, until).toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        long rounded = (seconds + MINUTE - 1) / MINUTE * MINUTE;
        long days = rounded / DAY;
        long hours = rounded % DAY / HOUR;
        long minutes = rounded % HOUR / MINUTE;
        if (days > 0) {
            return days + " d " + hours + " h";
        }
        return hours > 0 ? hours + " h " + minutes + " min" : minutes + " min";
    }
}
