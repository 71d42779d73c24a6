package org.aepsych.web.admin.design;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which adaptive experiments are defined. */
final class DesignRoutes implements Door {
    private final DesignHandler design;

    @Inject
    DesignRoutes(DesignHandler design) {
        this.design = design;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin/adaptive/new", design::show, Access.EDITOR);
        routes.post("/admin/adaptive/new", design::define, Access.EDITOR);
        routes.post("/admin/adaptive/new/check", design::check, Access.EDITOR);
        routes.post("/admin/adaptive/new/convert", design::convert, Access.EDITOR);
    }
}
