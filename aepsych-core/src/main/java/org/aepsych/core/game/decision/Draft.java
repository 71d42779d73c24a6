package org.aepsych.core.game.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.storage.Person;
import org.aepsych.core.engine.Decision;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.ExperimentFinished;
import org.aepsych.core.game.event.GameEvent.RoundAdvanced;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.lottery.Tally;
import org.aepsych.core.game.state.GameState;

/** A decision in the making: the facts decided so far, and the state after them. Used by one thread. */
public final class Draft {
    private final PayoffRules rules;
    private final Instant now;
    private final List<GameEvent> events = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private GameState state;

    /**
     * Begins with nothing decided.
     *
     * @param state before the decision
     * @param now when it is made
     * @param rules settles rounds, and plays for the silent
     */
    public Draft(GameState state, Instant now, PayoffRules rules) {
        this.state = state;
        this.now = now;
        this.rules = rules;
    }

    /**
     * Returns the state after what was decided so far.
     *
     * @return with every recorded event applied
     */
    public GameState state() {
        return state;
    }

    /**
     * Returns when the decision is made.
     *
     * @return the same for all its events
     */
    public Instant now() {
        return now;
    }

    /**
     * Decides that something has happened.
     *
     * @param event what; {@link #state} has it from now on
     */
    public void record(GameEvent event) {
        state = state.after(event, now);
        events.add(event);
    }

    /**
     * Notes who somebody is that was registered, beside the log.
     *
     * @param person with their number in the log
     */
    public void add(Person person) {
        persons.add(person);
    }

    /**
     * Ends the current round; settles it and those that are skipped, and counts the tickets after the last.
     *
     * @param advance to which round, and why
     * @throws org.aepsych.api.AepsychException {@code PLUGIN_INVALID} if the payoff rule fails
     */
    public void advance(RoundAdvanced advance) {
        int ended = Math.max(state.round(), 0);
        record(advance);
        for (int round = ended; round < advance.round(); round++) {
            record(new RoundSettled(round, rules.settle(state.definition().payoff(), state.result(round))));
        }
        if (advance.round() == state.rounds()) {
            Tally tally = Tally.of(state.tickets());
            record(new ExperimentFinished(tally.shares(), tally.total()));
        }
    }

    /** Ends every round that should have ended by now, one after the other; stand-ins play what is theirs in each. */
    void catchUp() {
        rules.standIns().plays(state).forEach(this::record);
        Optional<RoundAdvanced> due = RoundPolicy.due(state, now);
        while (due.isPresent()) {
            advance(due.get());
            rules.standIns().plays(state).forEach(this::record);
            due = RoundPolicy.due(state, now);
        }
    }

    /**
     * Returns the decision.
     *
     * @param <R> the answer
     * @param answer computed from the state after everything
     * @return all that was recorded, in its order
     */
    public <R> Decision<GameState, GameEvent, R> decision(Function<GameState, R> answer) {
        return new Decision<>(events, persons, Optional.empty(), answer);
    }
}
