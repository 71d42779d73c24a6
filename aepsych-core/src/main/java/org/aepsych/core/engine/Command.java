package org.aepsych.core.engine;

import java.time.Instant;

/**
 * Something that somebody wants of a stream. It may be decided more than once (when another server wrote first), so it
 * must not act on anything outside.
 *
 * @param <S> state of the stream
 * @param <E> its events
 * @param <R> the answer
 */
@FunctionalInterface
public interface Command<S, E, R> {
    /**
     * Decides against the present state, changing nothing.
     *
     * @param state the present state
     * @param now the time of the decision, to the microsecond
     * @return what to record and what to answer
     * @throws org.aepsych.api.AepsychException if the command is refused; nothing is recorded then
     */
    Decision<S, E, R> decide(S state, Instant now);
}
