package org.aepsych.web.admin.game;

import org.aepsych.web.door.DoorModule;

/** Binds the monitor of game experiments. */
public final class GameModule extends DoorModule {
    @Override
    protected void configure() {
        bind(GameHandler.class);
        open(GameRoutes.class);
    }
}
