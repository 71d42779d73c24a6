package org.aepsych.web.participant.question;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which participants are asked something before they play. */
final class QuestionRoutes implements Door {
    private final QuestionHandler questions;

    @Inject
    QuestionRoutes(QuestionHandler questions) {
        this.questions = questions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/e/{experiment}/questions", questions::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/questions", questions::answer, Access.PARTICIPANT);
    }
}
