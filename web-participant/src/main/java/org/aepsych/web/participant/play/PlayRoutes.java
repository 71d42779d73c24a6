package org.aepsych.web.participant.play;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which participants play. Nothing changes by asking for a page. */
final class PlayRoutes implements Door {
    private final PlayHandler play;
    private final NoteHandler notes;

    @Inject
    PlayRoutes(PlayHandler play, NoteHandler notes) {
        this.play = play;
        this.notes = notes;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/e/{experiment}/play", play::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/play", play::play, Access.PARTICIPANT);
        routes.sse("/e/{experiment}/events", play::events, Access.PARTICIPANT);
        routes.post("/e/{experiment}/notes/{note}/dismiss", notes::dismiss, Access.PARTICIPANT);
    }
}
