package org.aepsych.web.participant.entrance;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which participants come in, come back, and leave. */
final class EntranceRoutes implements Door {
    private final EntranceHandler entrance;
    private final InvitationHandler invitations;

    @Inject
    EntranceRoutes(EntranceHandler entrance, InvitationHandler invitations) {
        this.entrance = entrance;
        this.invitations = invitations;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", entrance::home, Access.EVERYBODY);
        routes.get("/e/{experiment}", entrance::show, Access.EVERYBODY);
        routes.post("/e/{experiment}", entrance::join, Access.EVERYBODY);
        routes.post("/e/{experiment}/login", entrance::logIn, Access.EVERYBODY);
        routes.post("/e/{experiment}/logout", entrance::logOut, Access.PARTICIPANT);
        routes.get("/e/{experiment}/in", invitations::show, Access.EVERYBODY);
        routes.post("/e/{experiment}/in", invitations::use, Access.EVERYBODY);
    }
}
