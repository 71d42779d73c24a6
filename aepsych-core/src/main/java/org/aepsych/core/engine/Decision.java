package org.aepsych.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aepsych.api.storage.Person;

/**
 * What a command comes to: the facts to be recorded, and the answer once they are.
 *
 * @param events in order; none if nothing changes
 * @param persons personal records to be added with them
 * @param extraInfo JSON text to be kept with every event
 * @param answer computed from the state after the events, handed out when they are durable
 * @param <S> state of the stream
 * @param <E> its events
 * @param <R> the answer
 */
public record Decision<S, E, R>(
        List<E> events, List<Person> persons, Optional<String> extraInfo, Function<S, R> answer) {
    /** Copies the lists. */
    public Decision {
        events = List.copyOf(events);
        persons = List.copyOf(persons);
    }

    /**
     * A decision to record facts.
     *
     * @param events in order
     * @param answer computed from the state after them
     * @param <S> state of the stream
     * @param <E> its events
     * @param <R> the answer
     * @return the decision
     */
    public static <S, E, R> Decision<S, E, R> record(List<E> events, Function<S, R> answer) {
        return new Decision<>(events, List.of(), Optional.empty(), answer);
    }

    /**
     * A decision to change nothing.
     *
     * @param answer computed from the state
     * @param <S> state of the stream
     * @param <E> its events
     * @param <R> the answer
     * @return the decision
     */
    public static <S, E, R> Decision<S, E, R> nothing(Function<S, R> answer) {
        return new Decision<>(List.of(), List.of(), Optional.empty(), answer);
    }
}
