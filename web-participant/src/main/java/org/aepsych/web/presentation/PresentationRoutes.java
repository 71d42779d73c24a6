package org.aepsych.web.presentation;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of adaptive experiments in browsers. */
public final class PresentationRoutes implements Door {
    private final EntranceHandler entrance;
    private final TrialHandler trials;
    private final FileHandler files;
    private final PageApiHandler api;

    @Inject
    PresentationRoutes(EntranceHandler entrance, TrialHandler trials, FileHandler files, PageApiHandler api) {
        this.entrance = entrance;
        this.trials = trials;
        this.files = files;
        this.api = api;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/s/{experiment}", entrance::show, Access.EVERYBODY);
        routes.post("/s/{experiment}", entrance::join, Access.EVERYBODY);
        routes.post("/s/{experiment}/leave", entrance::leave, Access.PARTICIPANT);
        routes.get("/s/{experiment}/run", trials::show, Access.PARTICIPANT);
        routes.post("/s/{experiment}/next", trials::next, Access.PARTICIPANT);
        routes.post("/s/{experiment}/answer", trials::answer, Access.PARTICIPANT);
        routes.get("/s/{experiment}/presenter.js", files::script, Access.EVERYBODY);
        routes.get("/s/{experiment}/files/{file}", files::file, Access.EVERYBODY);
        api.addTo(routes);
    }
}
