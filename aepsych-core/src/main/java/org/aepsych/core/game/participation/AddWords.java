package org.aepsych.core.game.participation;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.WordsAdded;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;

/** Adds a participant's words to what the lottery will be drawn with. */
final class AddWords extends GameCommand<Boolean> {
    private final ParticipantId participant;
    private final String words;

    AddWords(PayoffRules rules, ParticipantId participant, String words) {
        super(rules);
        this.participant = participant;
        this.words = words.strip();
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        state.require(participant);
        Commitment bound = state.lottery()
                .commitment()
                .filter(commitment -> state.phase() == GamePhase.STARTED)
                .orElseThrow(() -> new AepsychException(
                        StandardError.STATE_CONFLICT,
                        "words can be added to the draw from the start to the end of the last round, if the experiment has"
                                + " lottery_draw = committed"));
        var unused = bound.with(participant, words);
        draft.record(new WordsAdded(participant, words));
        return after -> true;
    }
}
