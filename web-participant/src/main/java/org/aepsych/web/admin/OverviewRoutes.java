package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The address at which administrators begin. */
final class OverviewRoutes implements Door {
    private final OverviewHandler overview;

    @Inject
    OverviewRoutes(OverviewHandler overview) {
        this.overview = overview;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin", overview::show, Access.EVERYBODY);
    }
}
