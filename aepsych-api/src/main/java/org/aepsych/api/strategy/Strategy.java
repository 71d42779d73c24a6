package org.aepsych.api.strategy;

import java.util.OptionalInt;

/**
 * A sampling strategy: decides what to present next. Not thread-safe; the engine calls it from one thread at a time.
 *
 * <p>A strategy is a fold of what was recorded. {@link #ask} decides and changes nothing that a later call could see;
 * the engine records the proposal and then hands it back through {@link #asked}. A restart makes the same calls of
 * {@code asked} and {@code tell} from the log, so the next {@code ask} gives the same bits as if nothing had happened.
 */
public interface Strategy {
    /**
     * Decides what to present. Calling it twice without {@code asked} or {@code tell} in between gives the same answer.
     *
     * @param request what is wanted
     * @return the proposal, every stimulus within the space
     */
    Proposal ask(AskRequest request);

    /**
     * Takes note of a proposal of its own that has been recorded.
     *
     * @param request what was asked
     * @param proposal what {@code ask} answered, from the log
     */
    void asked(AskRequest request, Proposal proposal);

    /**
     * Takes note of what came of a presentation.
     *
     * @param observation checked against the space and the outcome types
     */
    void tell(Observation observation);

    /**
     * Tells whether the strategy has nothing more to present. Never reverts to false.
     *
     * @return true if every presentation has been handed out
     */
    default boolean exhausted() {
        return false;
    }

    /**
     * Returns how many presentations the strategy can hand out in all.
     *
     * @return the limit, or empty if there is none
     */
    default OptionalInt limit() {
        return OptionalInt.empty();
    }

    /**
     * Returns all that decides the next proposal, to be kept in a snapshot.
     *
     * @return a record of a class named in the factory's {@link StrategyFactory#stateSchema()}
     */
    Record state();
}
