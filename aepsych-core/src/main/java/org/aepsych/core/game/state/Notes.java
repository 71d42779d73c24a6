package org.aepsych.core.game.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.event.GameEvent.NoteSent;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What the experimenter has written to participants.
 *
 * @param last the highest number that a note ever had; none is given twice, not even after a wipe
 * @param sent by number
 */
public record Notes(long last, TreePMap<Long, Note> sent) {
    static final Notes NONE = new Notes(0, TreePMap.empty());

    /**
     * A note.
     *
     * @param number from 1
     * @param at when it was sent
     * @param text what it says
     * @param to to whom
     * @param dismissed who has put it away, and when
     */
    public record Note(
            long number, Instant at, String text, Set<ParticipantId> to, PMap<ParticipantId, Instant> dismissed) {
        /** Copies the set. */
        public Note {
            to = Set.copyOf(to);
        }

        /**
         * Tells whether somebody was written to and has not put the note away.
         *
         * @param participant who
         * @return whether they still see it
         */
        public boolean openFor(ParticipantId participant) {
            return to.contains(participant) && !dismissed.containsKey(participant);
        }

        Note dismissedBy(ParticipantId participant, Instant when) {
            return new Note(number, at, text, to, dismissed.plus(participant, when));
        }
    }

    /**
     * Returns the number of the next note.
     *
     * @return from 1
     */
    public long next() {
        return last + 1;
    }

    /**
     * Finds a note.
     *
     * @param number its number
     * @return empty if there is none
     */
    public Optional<Note> note(long number) {
        return Optional.ofNullable(sent.get(number));
    }

    /**
     * Returns what a participant has not put away yet.
     *
     * @param participant who
     * @return oldest first
     */
    public List<Note> openFor(ParticipantId participant) {
        return sent.values().stream().filter(note -> note.openFor(participant)).toList();
    }

    Notes with(NoteSent event, Instant at) {
        Note note = new Note(event.number(), at, event.text(), Set.copyOf(event.to()), HashTreePMap.empty());
        return new Notes(Math.max(last, event.number()), sent.plus(event.number(), note));
    }

    Notes with(NoteDismissed event, Instant at) {
        return note(event.number())
                .map(note -> new Notes(last, sent.plus(event.number(), note.dismissedBy(event.participant(), at))))
                .orElse(this);
    }

    Notes wiped() {
        return new Notes(last, TreePMap.empty());
    }
}
