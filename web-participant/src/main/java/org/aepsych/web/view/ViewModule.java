package org.aepsych.web.view;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds what renders pages and JSON. */
public final class ViewModule extends AbstractModule {
    /** Creates the module. */
    public ViewModule() {}

    @Override
    protected void configure() {
        bind(Json.class).in(Singleton.class);
        bind(Pages.class).in(Singleton.class);
    }
}
