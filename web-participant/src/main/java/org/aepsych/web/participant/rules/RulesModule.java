package org.aepsych.web.participant.rules;

import org.aepsych.web.door.DoorModule;

/** Binds the rules, and what is published of a lottery. */
public final class RulesModule extends DoorModule {
    @Override
    protected void configure() {
        bind(DrawProofs.class);
        bind(InstructionsHandler.class);
        open(RulesRoutes.class);
    }
}
