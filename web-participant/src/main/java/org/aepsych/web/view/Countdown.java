package org.aepsych.web.view;

import java.time.Duration;
import java.time.Instant;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Texts;

/**
 * Time until something happens. Pages show it as text; a script lets it run.
 *
 * @param label what happens then
 * @param until when
 * @param now the server's time, against which the script sets its clock
 * @param texts in the reader's language
 */
public record Countdown(String label, Instant until, Instant now, Texts texts) {
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    /**
     * In English.
     *
     * @param label what happens then
     * @param until when
     * @param now the server's time
     */
    public Countdown(String label, Instant until, Instant now) {
        this(label, until, now, Texts.in(Language.ENGLISH));
    }

    /**
     * Returns what the units of time are called.
     *
     * @return seconds, minutes, hours, days, separated by bars
     */
    public String units() {
        return String.join("|", texts.of("time.s"), texts.of("time.min"), texts.of("time.h"), texts.of("time.d"));
    }

    /**
     * Returns what is left, in words.
     *
     * @return rounded up to minutes, such as {@code 2 h 5 min}; seconds only in the last minute
     */
    public String left() {
        long seconds = Math.max(0, Duration.between(now, until).toSeconds());
        if (seconds < MINUTE) {
            return seconds + " " + texts.of("time.s");
        }
        long rounded = (seconds + MINUTE - 1) / MINUTE * MINUTE;
        long days = rounded / DAY;
        long hours = rounded % DAY / HOUR;
        long minutes = rounded % HOUR / MINUTE;
        if (days > 0) {
            return days + " " + texts.of("time.d") + " " + hours + " " + texts.of("time.h");
        }
        return (hours > 0 ? hours + " " + texts.of("time.h") + " " : "") + minutes + " " + texts.of("time.min");
    }
}
