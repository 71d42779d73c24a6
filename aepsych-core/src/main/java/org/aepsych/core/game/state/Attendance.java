package org.aepsych.core.game.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aepsych.api.game.Role;

/**
 * Who is there in a round, by role.
 *
 * @param roles one count for each role
 */
public record Attendance(List<RoleCount> roles) {
    /** Copies the list. */
    public Attendance {
        roles = List.copyOf(roles);
    }

    /**
     * Nobody.
     *
     * @param roles how many roles there are
     * @return an empty count for each
     */
    public static Attendance nobody(int roles) {
        return new Attendance(Collections.nCopies(roles, RoleCount.NONE));
    }

    /**
     * Returns one role.
     *
     * @param role whose
     * @return its count
     */
    public RoleCount of(Role role) {
        return roles.get(role.number());
    }

    /**
     * Replaces one role.
     *
     * @param role whose
     * @param count its new count
     * @return a copy
     */
    public Attendance with(Role role, RoleCount count) {
        List<RoleCount> changed = new ArrayList<>(roles);
        changed.set(role.number(), count);
        return new Attendance(changed);
    }
}
