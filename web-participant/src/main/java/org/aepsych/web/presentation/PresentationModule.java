package org.aepsych.web.presentation;

import org.aepsych.web.door.DoorModule;

/** Binds what presents adaptive experiments. */
public final class PresentationModule extends DoorModule {
    @Override
    protected void configure() {
        bind(BrowserSessions.class);
        bind(EntranceHandler.class);
        bind(TrialHandler.class);
        bind(FileHandler.class);
        bind(PageApiHandler.class);
        open(PresentationRoutes.class);
    }
}
