package org.aepsych.web.presentation;

import com.google.inject.AbstractModule;
import org.aepsych.web.door.Door;

/** Binds what presents adaptive experiments. */
public final class PresentationModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(BrowserSessions.class);
        bind(EntranceHandler.class);
        bind(TrialHandler.class);
        bind(FileHandler.class);
        bind(PageApiHandler.class);
        Door.among(binder(), PresentationRoutes.class);
    }
}
