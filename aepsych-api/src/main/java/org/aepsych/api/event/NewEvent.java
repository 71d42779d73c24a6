package org.aepsych.api.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact on its way into the log. Storage sees text only, never the classes behind it.
 *
 * @param timestamp when it happened, to the microsecond
 * @param type {@code replay_data.message_type}: the seeds' word, such as {@code ask} or {@code play}
 * @param version version of the contents' shape, from 1
 * @param contents JSON text
 * @param extraInfo JSON text that the client sent along and the engine does not interpret
 */
public record NewEvent(Instant timestamp, String type, int version, String contents, Optional<String> extraInfo) {
    /** Cuts the time to microseconds, which every storage keeps exactly, and checks the rest. */
    public NewEvent {
        timestamp = timestamp.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        if (type.isEmpty() || version < 1) {
            throw new IllegalArgumentException("an event has a type and a version from 1: " + type + ", " + version);
        }
    }
}
