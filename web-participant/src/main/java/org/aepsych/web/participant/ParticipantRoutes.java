package org.aepsych.web.participant;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;

/** The addresses of participants' pages. Nothing changes by asking for a page. */
public final class ParticipantRoutes {
    private final EntranceHandler entrance;
    private final PlayHandler play;
    private final QuestionHandler questions;
    private final InvitationHandler invitations;

    /**
     * Takes the handlers.
     *
     * @param entrance coming and going
     * @param play everything between
     * @param questions what is asked before joining
     * @param invitations links that let somebody in once
     */
    @Inject
    ParticipantRoutes(
            EntranceHandler entrance, PlayHandler play, QuestionHandler questions, InvitationHandler invitations) {
        this.entrance = entrance;
        this.play = play;
        this.questions = questions;
        this.invitations = invitations;
    }

    /**
     * Adds the routes.
     *
     * @param routes of the server
     */
    public void addTo(RoutesConfig routes) {
        routes.get("/", entrance::home);
        routes.get("/e/{experiment}", entrance::show);
        routes.post("/e/{experiment}", entrance::join);
        routes.post("/e/{experiment}/login", entrance::logIn);
        routes.post("/e/{experiment}/logout", entrance::logOut);
        routes.get("/e/{experiment}/play", play::show);
        routes.post("/e/{experiment}/play", play::play);
        routes.get("/e/{experiment}/in", invitations::show);
        routes.post("/e/{experiment}/in", invitations::use);
        routes.get("/e/{experiment}/questions", questions::show);
        routes.post("/e/{experiment}/questions", questions::answer);
        routes.get("/e/{experiment}/history", play::history);
        routes.get("/e/{experiment}/instructions", play::instructions);
        routes.post("/e/{experiment}/words", play::addWords);
        routes.sse("/e/{experiment}/events", play::events);
    }
}
