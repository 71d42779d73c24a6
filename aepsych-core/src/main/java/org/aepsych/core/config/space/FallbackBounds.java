package org.aepsych.core.config.space;

/**
 * Bounds of one parameter from {@code [common] lb} and {@code ub}.
 *
 * @param lower in raw units
 * @param upper in raw units
 */
record FallbackBounds(double lower, double upper) {}
