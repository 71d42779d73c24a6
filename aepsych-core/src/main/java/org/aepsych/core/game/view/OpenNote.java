package org.aepsych.core.game.view;

import java.time.Instant;

/**
 * What the experimenter wrote to a participant who has not put it away yet.
 *
 * @param number of the note, from 1
 * @param at when it was sent
 * @param text what it says, with line ends; not HTML
 */
public record OpenNote(long number, Instant at, String text) {}
