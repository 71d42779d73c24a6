package org.aepsych.web.participant.play;

/**
 * A number with a name.
 *
 * @param label what it says
 * @param value the number as shown
 */
public record Figure(String label, String value) {}
