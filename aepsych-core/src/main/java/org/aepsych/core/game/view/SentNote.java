package org.aepsych.core.game.view;

import java.time.Instant;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;

/**
 * What the experimenter wrote to participants.
 *
 * @param number of the note, from 1
 * @param at when it was sent
 * @param text what it says, with line ends; not HTML
 * @param to to whom, by id
 * @param dismissed who has put it away since, by id
 */
public record SentNote(long number, Instant at, String text, List<ParticipantId> to, List<ParticipantId> dismissed) {
    /** Most characters of a note. */
    public static final int LONGEST = 1_000;

    /** Copies the lists. */
    public SentNote {
        to = List.copyOf(to);
        dismissed = List.copyOf(dismissed);
    }
}
