package org.aepsych.web.admin.session;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which a session of an adaptive experiment is watched. */
final class SessionRoutes implements Door {
    private final SessionHandler session;

    @Inject
    SessionRoutes(SessionHandler session) {
        this.session = session;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin/adaptive/{stream}", session::show, Access.VIEWER);
        routes.sse("/admin/adaptive/{stream}/events", session::events, Access.VIEWER);
        routes.get("/admin/adaptive/{stream}/code.svg", session::code, Access.VIEWER);
        routes.get("/admin/adaptive/{stream}/export.zip", session::export, Access.VIEWER);
    }
}
