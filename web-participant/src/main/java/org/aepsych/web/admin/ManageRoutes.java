package org.aepsych.web.admin;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;

/** The addresses under which experimenters see to participants and to an experiment as a whole. */
public final class ManageRoutes {
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

    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    public void addTo(RoutesConfig routes) {
        String base = "/admin/games/{experiment}/manage";
        routes.get(base, manage::show);
        routes.post(base + "/invite", manage::invite);
        routes.post(base + "/links", manage::links);
        routes.post(base + "/passwords", manage::passwords);
        routes.post(base + "/registration", manage::switchRegistration);
        routes.post(base + "/pause", manage::pause);
        routes.post(base + "/resume", manage::resume);
        routes.post(base + "/wipe", manage::wipe);
        routes.get(base + "/history.json", manage::history);
        routes.get(base + "/code.svg", manage::code);
    }
}
