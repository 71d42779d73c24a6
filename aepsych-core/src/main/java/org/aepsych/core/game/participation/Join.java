package org.aepsych.core.game.participation;

import java.util.function.Function;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.game.state.Player;

/** Lets somebody in from the lobby if that is possible; answers whether they are in. */
public final class Join extends GameCommand<Boolean> {
    private final ParticipantId participant;

    /**
     * Prepares to let somebody in.
     *
     * @param rules settles the rounds that end before it
     * @param participant who waits in the lobby
     */
    public Join(PayoffRules rules, ParticipantId participant) {
        super(rules);
        this.participant = participant;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        Player player = draft.state().require(participant);
        Joining.later(draft.state(), player).ifPresent(draft::record);
        return state -> state.require(participant).seat().isPresent();
    }
}
