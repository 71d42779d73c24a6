package org.aepsych.web.live;

import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;

/**
 * Who looks at an open page.
 *
 * @param participant whose page it is; empty if it is an experimenter's, which is told of everything
 * @param present run when the page is opened, and now and then as long as it is open; must be quick
 */
public record Watcher(Optional<ParticipantId> participant, Runnable present) {
    /**
     * An experimenter.
     *
     * @return a watcher whose presence does not matter
     */
    public static Watcher experimenter() {
        return new Watcher(Optional.empty(), () -> {});
    }

    /**
     * A participant.
     *
     * @param participant who
     * @param present run as long as the page is open
     * @return the watcher
     */
    public static Watcher participant(ParticipantId participant, Runnable present) {
        return new Watcher(Optional.of(participant), present);
    }
}
