package org.aepsych.core.game.conduct;

import java.util.function.Function;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.RegistrationSwitched;
import org.aepsych.core.game.state.GameState;

/** Lets participants register themselves from now on, or no longer; answers whether that changed anything. */
final class SwitchRegistration extends GameCommand<Boolean> {
    private final boolean open;

    SwitchRegistration(PayoffRules rules, boolean open) {
        super(rules);
        this.open = open;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        boolean changes = draft.state().progress().selfRegistration() != open;
        if (changes) {
            draft.record(new RegistrationSwitched(open));
        }
        return after -> changes;
    }
}
