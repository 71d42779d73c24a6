package org.aepsych.web.api;

import com.google.inject.AbstractModule;
import org.aepsych.web.door.Door;

/** Binds the JSON interface. */
public final class ApiModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ApiHandler.class);
        Door.among(binder(), ApiRoutes.class);
    }
}
