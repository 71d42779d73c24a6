package org.aepsych.web.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as tables show them, in UTC. */
public final class Utc {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Utc() {}

    /**
     * Shows the day.
     *
     * @param instant a moment
     * @return such as {@code 2026-11-26}
     */
    public static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * Shows day and time.
     *
     * @param instant a moment
     * @return such as {@code 2026-11-26 09:30:00}
     */
    public static String second(Instant instant) {
        return SECOND.format(instant.atOffset(ZoneOffset.UTC));
    }
}
