package org.aepsych.web.participant.history;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The address under which participants see what they have played. */
final class HistoryRoutes implements Door {
    private final HistoryHandler history;

    @Inject
    HistoryRoutes(HistoryHandler history) {
        this.history = history;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/e/{experiment}/history", history::show, Access.PARTICIPANT);
    }
}
