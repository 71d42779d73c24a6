package org.aepsych.web.view;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words. */
public final class Ago {
    private static final long SOON = 10;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Ago() {}

    /**
     * Says it.
     *
     * @param when it was; what is still to come counts as now
     * @param now the present
     * @return such as {@code 5 min ago}
     */
    public static String shown(Instant when, Instant now) {
        long seconds = Math.max(0, Duration.between(when, now).toSeconds());
        if (seconds < SOON) {
            return "just now";
        }
        if (seconds < MINUTE) {
            return seconds + " s ago";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min ago";
        }
        return seconds < DAY ? seconds / HOUR + " h ago" : seconds / DAY + " d ago";
    }
}
