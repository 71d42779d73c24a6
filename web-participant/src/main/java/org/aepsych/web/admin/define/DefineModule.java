package org.aepsych.web.admin.define;

import org.aepsych.web.door.DoorModule;

/** Binds the definition of game experiments. */
public final class DefineModule extends DoorModule {
    @Override
    protected void configure() {
        bind(DefineHandler.class);
        open(DefineRoutes.class);
    }
}
