package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Instants in columns, exact to the microsecond: text in AEPsych's tables, so that its users' queries work, and numbers
 * ({@link org.aepsych.api.event.HashChain#micros}) in gamelab's.
 */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private Times() {}

    /**
     * Returns an instant as AEPsych's tables have it.
     *
     * @param instant cut to microseconds
     * @return {@code YYYY-MM-DD HH:MM:SS.ffffff} in UTC
     */
    public static String text(Instant instant) {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads a text of {@link #text}.
     *
     * @param text the text
     * @return the instant
     */
    public static Instant instant(String text) {
        return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    }

    /**
     * Reads a number of gamelab's tables.
     *
     * @param micros microseconds since 1970-01-01T00:00:00Z
     * @return the instant
     */
    public static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * Reads a column of gamelab's tables that may be null.
     *
     * @param columns a row
     * @param name the column's name
     * @return the instant, if there is one
     * @throws SQLException if there is no such column
     */
    static Optional<Instant> maybe(ResultSet columns, String name) throws SQLException {
        long micros = columns.getLong(name);
        return columns.wasNull() ? Optional.empty() : Optional.of(ofMicros(micros));
    }
}
