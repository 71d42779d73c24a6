package org.aepsych.web.gamelab;

import jakarta.inject.Singleton;
import org.aepsych.web.door.DoorModule;

/** Binds the interface for programs written for gamelab. */
public final class GamelabModule extends DoorModule {
    @Override
    protected void configure() {
        bind(LabGate.class);
        bind(Entrance.class);
        bind(Rounds.class);
        bind(Questions.class);
        bind(LabJson.class).in(Singleton.class);
        bind(LabHandler.class);
        open(GamelabRoutes.class);
    }
}
