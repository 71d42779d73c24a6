package org.aepsych.web.presentation;

import com.google.inject.AbstractModule;

/** Binds what presents adaptive experiments. */
public final class PresentationModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(BrowserSessions.class);
        bind(EntranceHandler.class);
        bind(TrialHandler.class);
        bind(FileHandler.class);
        bind(PageApiHandler.class);
        bind(PresentationRoutes.class);
    }
}
