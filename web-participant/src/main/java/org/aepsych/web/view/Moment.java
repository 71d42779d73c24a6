package org.aepsych.web.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as the console shows them to browsers without scripts; its script shows them in the reader's zone. */
public final class Moment {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Moment() {}

    /**
     * Writes a moment.
     *
     * @param instant to be shown
     * @return to the second, such as {@code 2026-03-01 09:30:00 UTC}
     */
    public static String shown(Instant instant) {
        return SECOND.format(instant.atOffset(ZoneOffset.UTC));
    }
}
