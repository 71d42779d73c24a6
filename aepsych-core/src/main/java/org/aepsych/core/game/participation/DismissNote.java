package org.aepsych.core.game.participation;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.NoteDismissed;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Notes;

/** Puts a note away for its reader; changes nothing if they did so before. */
final class DismissNote extends GameCommand<Boolean> {
    private final ParticipantId participant;
    private final long number;

    DismissNote(PayoffRules rules, ParticipantId participant, long number) {
        super(rules);
        this.participant = participant;
        this.number = number;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        draft.state().require(participant);
        Notes.Note note = draft.state()
                .notes()
                .note(number)
                .filter(known -> known.to().contains(participant))
                .orElseThrow(() -> new AepsychException(
                        StandardError.INPUT_INVALID, "note: nobody has written a note " + number + " to you"));
        boolean open = note.openFor(participant);
        if (open) {
            draft.record(new NoteDismissed(participant, number));
        }
        return after -> open;
    }
}
