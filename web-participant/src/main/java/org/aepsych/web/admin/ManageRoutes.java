package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which experimenters see to participants and to an experiment as a whole. */
public final class ManageRoutes implements Door {
    private final ManageHandler manage;

    /**
     * Takes the handler.
     *
     * @param manage does it
     */
    @Inject
    ManageRoutes(ManageHandler manage) {
        this.manage = manage;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String base = "/admin/games/{experiment}/manage";
        routes.get(base, manage::show, Access.VIEWER);
        routes.post(base + "/invite", manage::invite, Access.OPERATOR);
        routes.post(base + "/links", manage::links, Access.OPERATOR);
        routes.post(base + "/passwords", manage::passwords, Access.OPERATOR);
        routes.post(base + "/notes", manage::write, Access.OPERATOR);
        routes.post(base + "/registration", manage::switchRegistration, Access.OPERATOR);
        routes.post(base + "/pause", manage::pause, Access.OPERATOR);
        routes.post(base + "/resume", manage::resume, Access.OPERATOR);
        routes.post(base + "/wipe", manage::wipe, Access.EDITOR);
        routes.post(base + "/delete", manage::delete, Access.EDITOR);
        routes.get(base + "/export.zip", manage::export, Access.VIEWER);
        routes.get(base + "/history.json", manage::history, Access.VIEWER);
        routes.get(base + "/code.svg", manage::code, Access.VIEWER);
    }
}
