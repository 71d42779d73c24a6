package org.aepsych.web.participant;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses of participants' pages. Nothing changes by asking for a page. */
public final class ParticipantRoutes implements Door {
    private final EntranceHandler entrance;
    private final PlayHandler play;
    private final InstructionsHandler instructions;
    private final QuestionHandler questions;
    private final NoteHandler notes;
    private final InvitationHandler invitations;

    /**
     * Takes the handlers.
     *
     * @param entrance coming and going
     * @param play everything between
     * @param instructions what is read of the rules and the lottery
     * @param questions what is asked before joining
     * @param notes what the experimenter wrote
     * @param invitations links that let somebody in once
     */
    @Inject
    ParticipantRoutes(
            EntranceHandler entrance,
            PlayHandler play,
            InstructionsHandler instructions,
            QuestionHandler questions,
            NoteHandler notes,
            InvitationHandler invitations) {
        this.entrance = entrance;
        this.play = play;
        this.instructions = instructions;
        this.questions = questions;
        this.notes = notes;
        this.invitations = invitations;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", entrance::home, Access.EVERYBODY);
        routes.get("/e/{experiment}", entrance::show, Access.EVERYBODY);
        routes.post("/e/{experiment}", entrance::join, Access.EVERYBODY);
        routes.post("/e/{experiment}/login", entrance::logIn, Access.EVERYBODY);
        routes.post("/e/{experiment}/logout", entrance::logOut, Access.PARTICIPANT);
        routes.get("/e/{experiment}/play", play::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/play", play::play, Access.PARTICIPANT);
        routes.get("/e/{experiment}/in", invitations::show, Access.EVERYBODY);
        routes.post("/e/{experiment}/in", invitations::use, Access.EVERYBODY);
        routes.get("/e/{experiment}/questions", questions::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/questions", questions::answer, Access.PARTICIPANT);
        routes.get("/e/{experiment}/history", play::history, Access.PARTICIPANT);
        routes.get("/e/{experiment}/instructions", instructions::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/words", instructions::addWords, Access.PARTICIPANT);
        routes.post("/e/{experiment}/notes/{note}/dismiss", notes::dismiss, Access.PARTICIPANT);
        routes.sse("/e/{experiment}/events", play::events, Access.PARTICIPANT);
    }
}
