package org.aepsych.api.event;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact as it stands in the log.
 *
 * @param sequence number within the stream, from 1, without gaps
 * @param event the fact
 * @param hash SHA-256 over the previous hash and this row, 64 lower-case hexadecimal digits; see {@link HashChain}
 */
public record RecordedEvent(long sequence, NewEvent event, String hash) {
    /**
     * Returns when it happened.
     *
     * @return to the microsecond
     */
    public Instant timestamp() {
        return event.timestamp();
    }

    /**
     * Returns the event's type.
     *
     * @return the seeds' word
     */
    public String type() {
        return event.type();
    }

    /**
     * Returns the version of the contents' shape.
     *
     * @return from 1
     */
    public int version() {
        return event.version();
    }

    /**
     * Returns the contents.
     *
     * @return JSON text
     */
    public String contents() {
        return event.contents();
    }

    /**
     * Returns what the client sent along.
     *
     * @return JSON text, if any
     */
    public Optional<String> extraInfo() {
        return event.extraInfo();
    }
}
