package org.aepsych.core.engine;

/**
 * A stream's state and how far in the log it reaches.
 *
 * @param state the fold of the events
 * @param last sequence of the last one, 0 if there is none
 * @param hash its hash
 * @param <S> state of the stream
 */
record Loaded<S>(S state, long last, String hash) {}
