package org.aepsych.core.adaptive.event;

/**
 * Where an imported session took place.
 *
 * @param program the other program's name
 * @param number {@code master.unique_id} in that program's database
 */
public record Origin(String program, long number) {}
