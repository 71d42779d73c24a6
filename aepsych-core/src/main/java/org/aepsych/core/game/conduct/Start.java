package org.aepsych.core.game.conduct;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.Joining;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.definition.Admission;
import org.aepsych.core.game.event.GameEvent.ExperimentStarted;
import org.aepsych.core.game.event.GameEvent.LotteryBound;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;

/** Starts an experiment and lets in who has registered so far. */
public final class Start extends GameCommand<Boolean> {
    private final Supplier<String> secret;

    /**
     * Prepares a start.
     *
     * @param rules settles the rounds that end by it
     * @param secret draws 64 hexadecimal digits, if the lottery is to be bound to some
     */
    public Start(PayoffRules rules, Supplier<String> secret) {
        super(rules);
        this.secret = secret;
    }

    @Override
    protected Function<GameState, Boolean> act(Draft draft) {
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
        if (state.definition().prize().draw() == DrawMethod.COMMITTED) {
            draft.record(new LotteryBound(secret.get()));
        }
        Joining.atStart(draft.state()).forEach(draft::record);
        return after -> true;
    }
}
