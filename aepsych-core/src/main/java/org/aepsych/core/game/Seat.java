package org.aepsych.core.game;

import org.aepsych.api.game.Role;

/**
 * A participant's place in the experiment, never changed once taken.
 *
 * @param role on which side
 * @param joined first round, from 0
 */
record Seat(Role role, int joined) {}
