package org.aepsych.web.gamelab;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;
import org.aepsych.web.door.Door;

/** Binds the interface for programs written for gamelab. */
public final class GamelabModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(LabGate.class);
        bind(Entrance.class);
        bind(Rounds.class);
        bind(Questions.class);
        bind(LabJson.class).in(Singleton.class);
        bind(LabHandler.class);
        Door.among(binder(), GamelabRoutes.class);
    }
}
