package org.aepsych.core.game;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.Presence;

/** When participants of one experiment were last heard of, by any request or open page. */
interface SignsOfLife {
    /** Longer than it takes a sign of life to get from one server to another, and the other to be gone. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** Returns what a server knows that runs since an instant. */
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

    /** Returns a participant's last sign of life; empty if none is known. */
    Optional<Instant> last(ParticipantId participant);

    /** Tells whether the silence of a participant would be noticed. */
    default boolean judges(ParticipantId participant) {
        return true;
    }

    /**
     * Returns how much longer than the rule says to wait for a participant of whom another server heard last: that one judges
     * them in time, unless it is gone.
     */
    default Duration patience(ParticipantId participant) {
        return Duration.ZERO;
    }

    /** Returns since when signs of life are known. */
    Instant since();
}
