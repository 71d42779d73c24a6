package org.aepsych.core.game;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;

/** When participants of one experiment were last heard of, by any request or open page. */
interface SignsOfLife {
    /** Returns a participant's last sign of life; empty if none is known. */
    Optional<Instant> last(ParticipantId participant);

    /** Tells whether the silence of a participant would be noticed. */
    default boolean judges(ParticipantId participant) {
        return true;
    }

    /** Returns since when signs of life are known. */
    Instant since();
}
