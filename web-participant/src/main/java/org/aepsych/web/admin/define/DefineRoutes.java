package org.aepsych.web.admin.define;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which game experiments are defined. */
final class DefineRoutes implements Door {
    private final DefineHandler define;

    @Inject
    DefineRoutes(DefineHandler define) {
        this.define = define;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin/games/new", define::show, Access.EDITOR);
        routes.post("/admin/games/new", define::define, Access.EDITOR);
        routes.post("/admin/games/new/check", define::check, Access.EDITOR);
        routes.post("/admin/games/new/convert", define::convert, Access.EDITOR);
    }
}
