package org.aepsych.core.game.view;

/**
 * How many have played the round.
 *
 * @param round from 0; negative before the first, the number of rounds after the last
 * @param done participants who have played all games of the round
 * @param expected participants who may play in it, those included
 */
public record Turnout(int round, int done, int expected) {}
