package org.aepsych.api.storage;

import java.time.Instant;
import java.util.Arrays;

/**
 * The state of a stream at one event ({@code strat_data}): a cache that may be deleted at any time.
 *
 * @param sequence last event that the state includes
 * @param timestamp when it was taken
 * @param version version of the state's classes
 * @param sha256 SHA-256 of the bytes, hexadecimal, checked before they are decoded
 * @param state {@code strat}: encoded by the engine
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Snapshot(long sequence, Instant timestamp, int version, String sha256, byte[] state) {
    /** Copies the bytes and cuts the time to microseconds. */
    public Snapshot {
        state = state.clone();
        timestamp = timestamp.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /**
     * Returns the encoded state.
     *
     * @return a copy
     */
    @Override
    public byte[] state() {
        return state.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that
                && sequence == that.sequence
                && timestamp.equals(that.timestamp)
                && version == that.version
                && sha256.equals(that.sha256)
                && Arrays.equals(state, that.state);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence) * 31 + sha256.hashCode();
    }
}
