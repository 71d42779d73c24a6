package org.aepsych.web.participant;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds the pages of participants. */
public final class ParticipantModule extends AbstractModule {
    /** Creates the module. */
    public ParticipantModule() {}

    @Override
    protected void configure() {
        bind(EntranceHandler.class).in(Singleton.class);
        bind(ParticipantGate.class).in(Singleton.class);
        bind(ParticipantRoutes.class).in(Singleton.class);
        bind(PlayHandler.class).in(Singleton.class);
    }
}
