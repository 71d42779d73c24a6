package org.aepsych.web.admin.manage;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which experimenters see to participants and to an experiment as a whole. */
final class ManageRoutes implements Door {
    private final ManageHandler manage;
    private final ParticipantsHandler participants;
    private final PersonHandler person;

    @Inject
    ManageRoutes(ManageHandler manage, ParticipantsHandler participants, PersonHandler person) {
        this.manage = manage;
        this.participants = participants;
        this.person = person;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String base = "/admin/games/{experiment}/manage";
        routes.get(base, manage::show, Access.VIEWER);
        routes.post(base + "/invite", participants::invite, Access.OPERATOR);
        routes.post(base + "/links", participants::links, Access.OPERATOR);
        routes.post(base + "/passwords", participants::passwords, Access.OPERATOR);
        routes.post(base + "/notes", participants::write, Access.OPERATOR);
        routes.post(base + "/registration", manage::switchRegistration, Access.OPERATOR);
        routes.post(base + "/pause", manage::pause, Access.OPERATOR);
        routes.post(base + "/resume", manage::resume, Access.OPERATOR);
        routes.post(base + "/wipe", manage::wipe, Access.EDITOR);
        routes.post(base + "/delete", manage::delete, Access.EDITOR);
        routes.get(base + "/export.zip", manage::export, Access.VIEWER);
        routes.get(base + "/history.json", manage::history, Access.VIEWER);
        routes.get(base + "/code.svg", manage::code, Access.VIEWER);
        routes.get("/admin/games/{experiment}/participants/{participant}", person::show, Access.VIEWER);
        routes.post("/admin/games/{experiment}/participants/{participant}/notes", person::write, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/release", person::release, Access.OPERATOR);
        routes.post("/admin/games/{experiment}/participants/{participant}/erase", person::erase, Access.EDITOR);
    }
}
