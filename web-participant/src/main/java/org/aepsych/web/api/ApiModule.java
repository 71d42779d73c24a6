package org.aepsych.web.api;

import org.aepsych.web.door.DoorModule;

/** Binds the JSON interface. */
public final class ApiModule extends DoorModule {
    @Override
    protected void configure() {
        bind(ApiHandler.class);
        open(ApiRoutes.class);
    }
}
