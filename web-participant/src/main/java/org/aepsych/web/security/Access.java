package org.aepsych.web.security;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Optional;
import org.aepsych.core.account.AdminRole;

/** Who may use a route; every one of them says so. */
public enum Access implements RouteRole {
    /** Everybody, such as the page to log in. */
    EVERYBODY(Optional.empty()),
    /** Participants of the experiment that the address names. */
    PARTICIPANT(Optional.empty()),
    /** AEPsych's clients: programs with the shared secret, or on this machine if there is none. */
    CLIENT(Optional.empty()),
    /** Those who may look. */
    VIEWER(Optional.of(AdminRole.VIEWER)),
    /** Those who may run experiments. */
    OPERATOR(Optional.of(AdminRole.OPERATOR)),
    /** Those who may define experiments. */
    EDITOR(Optional.of(AdminRole.EDITOR)),
    /** Those who decide who may come in. */
    OWNER(Optional.of(AdminRole.OWNER));

    private final Optional<AdminRole> least;

    Access(Optional<AdminRole> least) {
        this.least = least;
    }

    /**
     * Returns the least role that is let in.
     *
     * @return empty if it is no question of roles
     */
    public Optional<AdminRole> least() {
        return least;
    }

    /**
     * Returns what the route of a request needs.
     *
     * @param context the exchange
     * @return what was declared with the route; the highest role if that was forgotten
     */
    public static AdminRole needed(Context context) {
        return context.routeRoles().stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .map(access -> access.least().orElse(AdminRole.VIEWER))
                .orElse(AdminRole.OWNER);
    }
}
