package org.aepsych.web.admin.time;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which experiments are seen as they were. */
final class TimeRoutes implements Door {
    private final TimeHandler games;
    private final SessionTimeHandler sessions;

    @Inject
    TimeRoutes(TimeHandler games, SessionTimeHandler sessions) {
        this.games = games;
        this.sessions = sessions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/admin/games/{experiment}/time", games::show, Access.VIEWER);
        routes.get("/admin/games/{experiment}/time/participants/{participant}", games::participant, Access.VIEWER);
        routes.post("/admin/games/{experiment}/time/verify", games::verify, Access.VIEWER);
        routes.post("/admin/games/{experiment}/time/fork", games::fork, Access.EDITOR);
        routes.post("/admin/games/{experiment}/sandbox/round", games::playRound, Access.OPERATOR);
        routes.get("/admin/adaptive/{stream}/time", sessions::show, Access.VIEWER);
        routes.post("/admin/adaptive/{stream}/time/verify", sessions::verify, Access.VIEWER);
        routes.post("/admin/adaptive/{stream}/time/fork", sessions::fork, Access.EDITOR);
        routes.post("/admin/adaptive/{stream}/sandbox/trials", sessions::observe, Access.OPERATOR);
    }
}
