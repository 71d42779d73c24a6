package org.aepsych.core.game.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.Presence;

/** When participants of one experiment were last heard of, by any request or open page. */
public interface SignsOfLife {
    /** Longer than it takes a sign of life to get from one server to another, and the other to be gone. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Returns what a server knows of an experiment.
     *
     * @param presence whom it has heard of
     * @param stream the experiment
     * @param began since when the server runs
     * @return always up to date
     */
    static SignsOfLife of(Presence presence, StreamId stream, Instant began) {
        return new SignsOfLife() {
            @Override
            public Optional<Instant> last(ParticipantId participant) {
                return presence.of(stream, participant);
            }

            @Override
            public Duration patience(ParticipantId participant) {
                return presence.isElsewhere(stream, participant) ? PATIENCE : Duration.ZERO;
            }

            @Override
            public Instant since() {
                return began;
            }
        };
    }

    /**
     * Returns a participant's last sign of life.
     *
     * @param participant who
     * @return empty if none is known
     */
    Optional<Instant> last(ParticipantId participant);

    /**
     * Tells whether the silence of a participant would be noticed.
     *
     * @param participant who
     * @return false for those who are never heard of, and are there all the same
     */
    default boolean judges(ParticipantId participant) {
        return true;
    }

    /**
     * Returns how much longer than the rule says to wait for a participant of whom another server heard last: that one
     * judges them in time, unless it is gone.
     *
     * @param participant who
     * @return from 0
     */
    default Duration patience(ParticipantId participant) {
        return Duration.ZERO;
    }

    /**
     * Returns since when signs of life are known.
     *
     * @return nobody is silent before
     */
    Instant since();
}
