package org.aepsych.web.crash;

/**
 * Which play.
 *
 * @param experiment id of the experiment
 * @param participant id within it
 * @param round from 0
 * @param game id of the game
 */
public record PlayKey(String experiment, long participant, int round, int game) {}
