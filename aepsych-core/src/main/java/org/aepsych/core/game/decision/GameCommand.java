package org.aepsych.core.game.decision;

import java.time.Instant;
import java.util.function.Function;
import org.aepsych.core.engine.Command;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;

/**
 * A command to a game experiment. Whatever is wanted, rounds that should have ended by then end first, and those that
 * end because of it end with it.
 *
 * @param <R> the answer
 */
public abstract class GameCommand<R> implements Command<GameState, GameEvent, R> {
    private final PayoffRules rules;

    /**
     * Prepares a command.
     *
     * @param rules settles the rounds that end before it or by it
     */
    protected GameCommand(PayoffRules rules) {
        this.rules = rules;
    }

    @Override
    public final Decision<GameState, GameEvent, R> decide(GameState state, Instant now) {
        Draft draft = new Draft(state, now, rules);
        return draft.decision(complete(draft));
    }

    /**
     * Records what is wanted and what follows from it.
     *
     * @param draft of the decision
     * @return the answer, computed from the state after everything
     * @throws org.aepsych.api.AepsychException if it is refused
     */
    public final Function<GameState, R> complete(Draft draft) {
        draft.catchUp();
        Function<GameState, R> answer = act(draft);
        draft.catchUp();
        return answer;
    }

    /**
     * Records what is wanted.
     *
     * @param draft up to date
     * @return the answer, computed from the state after everything
     * @throws org.aepsych.api.AepsychException if it is refused
     */
    protected abstract Function<GameState, R> act(Draft draft);
}
