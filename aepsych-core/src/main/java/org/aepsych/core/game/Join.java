package org.aepsych.core.game;

import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;

/** Lets somebody in from the lobby if that is possible; answers whether they are in. */
final class Join extends GameCommand<Boolean> {
    private final ParticipantId participant;

    Join(PayoffRules rules, ParticipantId participant) {
        super(rules);
        this.participant = participant;
    }

    @Override
    Function<GameState, Boolean> act(Draft draft) {
        Player player = draft.state().require(participant);
        Joining.later(draft.state(), player).ifPresent(draft::record);
        return state -> state.require(participant).seat().isPresent();
    }
}
