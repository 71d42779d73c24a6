package org.aepsych.web.presentation;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;

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
        routes.get("/s/{experiment}", entrance::show);
        routes.post("/s/{experiment}", entrance::join);
        routes.post("/s/{experiment}/leave", entrance::leave);
        routes.get("/s/{experiment}/run", trials::show);
        routes.post("/s/{experiment}/next", trials::next);
        routes.post("/s/{experiment}/answer", trials::answer);
        routes.get("/s/{experiment}/presenter.js", files::script);
        routes.get("/s/{experiment}/files/{file}", files::file);
        api.addTo(routes);
    }
}
