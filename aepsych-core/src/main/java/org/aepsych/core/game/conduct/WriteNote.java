package org.aepsych.core.game.conduct;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.NoteSent;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.game.view.AdminViews;
import org.aepsych.core.game.view.SentNote;

/** Writes to some participants, or to everybody who has registered by now. */
final class WriteNote extends GameCommand<SentNote> {
    private static final Pattern TEXT = Pattern.compile("[\\P{Cntrl}\\n\\t]{1," + SentNote.LONGEST + "}");

    private final Optional<List<ParticipantId>> chosen;
    private final String text;

    WriteNote(PayoffRules rules, Optional<? extends Collection<ParticipantId>> chosen, String text) {
        super(rules);
        this.chosen = chosen.map(some -> some.stream().distinct().sorted().toList());
        this.text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    @Override
    protected Function<GameState, SentNote> act(Draft draft) {
        if (!TEXT.matcher(text).matches()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "text: expected 1 to " + SentNote.LONGEST
                            + " characters, without control characters other than line ends and tabs, but found "
                            + text.length());
        }
        List<ParticipantId> to = addressees(draft.state());
        NoteSent sent = new NoteSent(draft.state().notes().next(), to, text);
        draft.record(sent);
        return after -> AdminViews.note(after.notes().note(sent.number()).orElseThrow());
    }

    private List<ParticipantId> addressees(GameState state) {
        List<ParticipantId> everybody = state.players().stream().map(Player::id).toList();
        List<ParticipantId> to = chosen.orElse(everybody);
        to.forEach(state::require);
        if (to.isEmpty()) {
            throw new AepsychException(
                    chosen.isPresent() ? StandardError.INPUT_INVALID : StandardError.STATE_CONFLICT,
                    chosen.isPresent()
                            ? "participants: expected at least one to write to"
                            : "there is nobody to write to: nobody has registered yet");
        }
        return to;
    }
}
