package org.aepsych.core.game.state;

import org.aepsych.api.game.Role;

/**
 * A participant's place in the experiment, never changed once taken.
 *
 * @param role on which side
 * @param joined first round, from 0
 */
public record Seat(Role role, int joined) {}
