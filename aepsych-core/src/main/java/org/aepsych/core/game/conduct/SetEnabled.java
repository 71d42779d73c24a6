package org.aepsych.core.game.conduct;

import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ParticipantDisabled;
import org.aepsych.core.game.event.GameEvent.ParticipantEnabled;
import org.aepsych.core.game.state.GameState;

/** Excludes a participant or lets one play again. */
final class SetEnabled extends GameCommand<Boolean> {
    private final ParticipantId participant;
    private final boolean wanted;

    SetEnabled(PayoffRules rules, ParticipantId participant, boolean wanted) {
        super(rules);
        this.participant = participant;
        this.wanted = wanted;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        boolean changes = draft.state().require(participant).enabled() != wanted;
        if (changes) {
            draft.record(wanted ? new ParticipantEnabled(participant) : new ParticipantDisabled(participant));
        }
        return after -> changes;
    }
}
