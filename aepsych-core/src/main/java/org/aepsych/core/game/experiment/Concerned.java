package org.aepsych.core.game.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.event.GameEvent.NoteSent;

/**
 * Who has something new to see when events happened of which others see nothing but the turnout. A note to several is for
 * everybody to look for, as their pages then spread their requests.
 */
final class Concerned {
    private Concerned() {}

    /** Returns empty if anything else happened, so that everybody has to look. */
    static Optional<Set<ParticipantId>> by(List<GameEvent> events) {
        Set<ParticipantId> who = new HashSet<>();
        for (GameEvent event : events) {
            if (event instanceof MixturePlayed play) {
                who.add(play.participant());
            } else if (event instanceof NoteSent note && note.to().size() == 1) {
                who.addAll(note.to());
            } else if (event instanceof NoteDismissed dismissal) {
                who.add(dismissal.participant());
            } else {
                return Optional.empty();
            }
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(who);
    }
}
