package org.aepsych.core.game.conduct;

import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.ExperimentPaused;
import org.aepsych.core.game.event.GameEvent.ExperimentResumed;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;

/** Halts an experiment or lets it go on; answers whether that changed anything. */
final class Pause extends GameCommand<Boolean> {
    private final boolean wanted;

    Pause(PayoffRules rules, boolean wanted) {
        super(rules);
        this.wanted = wanted;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
        GameState state = draft.state();
        if (state.phase() != GamePhase.STARTED) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "only an experiment that is running can be paused or resumed");
        }
        boolean changes = state.progress().paused().isPresent() != wanted;
        if (changes) {
            draft.record(wanted ? new ExperimentPaused(draft.now()) : new ExperimentResumed(draft.now()));
        }
        return after -> changes;
    }
}
