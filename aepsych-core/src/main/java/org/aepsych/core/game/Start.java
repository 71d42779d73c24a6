package org.aepsych.core.game;

import java.time.Instant;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.view.GamePhase;

/** Starts an experiment and lets in who has registered so far. */
final class Start extends GameCommand<Boolean> {
    Start(PayoffRules rules) {
        super(rules);
    }

    @Override
    Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        if (state.phase() != GamePhase.NEW) {
            throw new AepsychException(StandardError.STATE_CONFLICT, "the experiment has been started already");
        }
        Admission admission = state.definition().admission();
        Instant begin = state.definition()
                .schedule()
                .start()
                .filter(draft.now()::isBefore)
                .orElse(draft.now());
        draft.record(new ExperimentStarted(begin, admission.selfRegistration() && admission.keptAfterStart()));
        Joining.atStart(draft.state()).forEach(draft::record);
        return after -> true;
    }
}
