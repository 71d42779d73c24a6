package org.aepsych.core.game.conduct;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.AdvanceReason;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.state.GameState;

/** Ends the current round by hand, or all of them; changes nothing if no round is running. */
final class Advance extends GameCommand<Boolean> {
    private final AdvanceReason reason;

    Advance(PayoffRules rules, AdvanceReason reason) {
        super(rules);
        this.reason = reason;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        boolean running = state.running();
        if (running && reason == AdvanceReason.HAND && state.progress().paused().isPresent()) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "the experiment is paused; resume it before ending the round");
        }
        if (running) {
            int next = reason == AdvanceReason.END ? state.rounds() : state.round() + 1;
            draft.advance(new RoundAdvanced(next, reason, draft.now()));
        }
        return after -> running;
    }
}
