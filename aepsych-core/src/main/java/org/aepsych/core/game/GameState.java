package org.aepsych.core.game;

/** A game experiment as its log tells it. Immutable. */
public final class GameState {}
