package org.aepsych.api.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/**
 * When participants were last heard of ({@code presence}), for servers that share a storage. It is no part of the log:
 * what follows from a silence is. Thread-safe.
 */
public interface PresenceStore {
    /**
     * A sign of life.
     *
     * @param stream the experiment
     * @param participant pseudonymous id
     * @param at when, cut to microseconds
     */
    record Seen(StreamId stream, ParticipantId participant, Instant at) {
        /** Cuts the time. */
        public Seen {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Notes signs of life; of two of one participant the later one stays.
     *
     * @param signs at most one for each participant, in any order
     */
    void put(List<Seen> signs);

    /**
     * Lists who was heard of lately, by whichever server.
     *
     * @param from from when on
     * @return the last sign of each, in no particular order
     */
    List<Seen> since(Instant from);
}
