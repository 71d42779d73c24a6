package org.aepsych.web.participant.question;

import org.aepsych.web.door.DoorModule;

/** Binds what participants are asked before they play. */
public final class QuestionModule extends DoorModule {
    @Override
    protected void configure() {
        bind(QuestionHandler.class);
        open(QuestionRoutes.class);
    }
}
