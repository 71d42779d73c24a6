package org.aepsych.api.experiment;

/**
 * A participant of one experiment, pseudonymous: a number that says nothing about the person.
 *
 * @param value {@code player.id}, from 1, unique within the experiment
 */
public record ParticipantId(long value) implements Comparable<ParticipantId> {
    /** Checks that the id can be one of an experiment. */
    public ParticipantId {
        if (value < 1) {
            throw new IllegalArgumentException("a participant id is positive: " + value);
        }
    }

    @Override
    public int compareTo(ParticipantId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
