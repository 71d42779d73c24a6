package org.aepsych.web.participant.rules;

import io.javalin.config.RoutesConfig;
import jakarta.inject.Inject;
import org.aepsych.web.door.Door;
import org.aepsych.web.security.Access;

/** The addresses under which participants read the rules, and add words to the draw. */
final class RulesRoutes implements Door {
    private final InstructionsHandler instructions;

    @Inject
    RulesRoutes(InstructionsHandler instructions) {
        this.instructions = instructions;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/e/{experiment}/instructions", instructions::show, Access.PARTICIPANT);
        routes.post("/e/{experiment}/words", instructions::addWords, Access.PARTICIPANT);
    }
}
