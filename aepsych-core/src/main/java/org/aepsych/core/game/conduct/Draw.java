package org.aepsych.core.game.conduct;

import java.util.List;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.game.decision.Draft;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.lottery.LotteryDraw;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.GameState;

/** Draws the lottery, once. */
public final class Draw extends GameCommand<List<Winner>> {
    private final int wanted;
    private final long seed;

    /**
     * Prepares a draw.
     *
     * @param rules settles the rounds that end before it
     * @param wanted how many winners
     * @param seed of the draw; not looked at if it is bound to a secret
     */
    public Draw(PayoffRules rules, int wanted, long seed) {
        super(rules);
        this.wanted = wanted;
        this.seed = seed;
    }

    @Override
    protected Function<GameState, List<Winner>> act(Draft draft) {
        GameState state = draft.state();
        if (state.phase() == GamePhase.NEW || state.phase() == GamePhase.STARTED) {
            throw new AepsychException(
                    StandardError.STATE_CONFLICT, "winners are drawn after the last round, which is not over");
        }
        if (state.phase() == GamePhase.OVER) {
            DrawMethod method = state.lottery().commitment().isPresent() ? DrawMethod.COMMITTED : DrawMethod.SEED;
            long used = method == DrawMethod.SEED ? seed : state.lottery().boundSeed();
            draft.record(new LotteryDrawn(method, used, wanted, new LotteryDraw(state.tally()).draw(wanted, used)));
        }
        return GameState::winners;
    }
}
