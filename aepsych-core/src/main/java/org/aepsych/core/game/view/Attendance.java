package org.aepsych.core.game.view;

import org.aepsych.api.game.Role;

/**
 * Who is there in a round, by role.
 *
 * @param rows row players
 * @param columns column players
 */
public record Attendance(RoleCount rows, RoleCount columns) {
    /** Nobody. */
    public static final Attendance NOBODY = new Attendance(RoleCount.NONE, RoleCount.NONE);

    /**
     * Returns one side.
     *
     * @param role whose
     * @return its count
     */
    public RoleCount of(Role role) {
        return role == Role.ROW ? rows : columns;
    }

    /**
     * Replaces one side.
     *
     * @param role whose
     * @param count its new count
     * @return a copy
     */
    public Attendance with(Role role, RoleCount count) {
        return role == Role.ROW ? new Attendance(count, columns) : new Attendance(rows, count);
    }
}
