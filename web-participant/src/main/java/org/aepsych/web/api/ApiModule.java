package org.aepsych.web.api;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds the JSON interface. */
public final class ApiModule extends AbstractModule {
    /** Creates the module. */
    public ApiModule() {}

    @Override
    protected void configure() {
        bind(ApiHandler.class).in(Singleton.class);
        bind(ApiRoutes.class).in(Singleton.class);
    }
}
