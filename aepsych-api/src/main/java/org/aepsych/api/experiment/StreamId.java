package org.aepsych.api.experiment;

/**
 * Names one stream: one row of {@code master} and one log. A stream is a whole game experiment, or one participant's
 * session of an adaptive experiment.
 *
 * @param value {@code master.unique_id}, from 1
 */
public record StreamId(long value) implements Comparable<StreamId> {
    /** Checks that the id can be one of a storage. */
    public StreamId {
        if (value < 1) {
            throw new IllegalArgumentException("a stream id is positive: " + value);
        }
    }

    @Override
    public int compareTo(StreamId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
