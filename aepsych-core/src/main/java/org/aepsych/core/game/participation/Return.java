package org.aepsych.core.game.participation;

import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ParticipantReturned;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Lets a silent participant play themselves again; changes nothing if they are not silent, or out for good. */
final class Return extends GameCommand<Boolean> {
    private final ParticipantId participant;

    Return(PayoffRules rules, ParticipantId participant) {
        super(rules);
        this.participant = participant;
    }

    /** Tells whether there is something to do. */
    static boolean possible(GameState state, Player player) {
        return state.running()
                && player.absence()
                        .filter(away -> away.lasts() && !away.released())
                        .isPresent();
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        boolean possible = possible(draft.state(), draft.state().require(participant));
        if (possible) {
            draft.record(new ParticipantReturned(participant));
        }
        return after -> possible;
    }
}
