package org.aepsych.web.live;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds what tells open pages of news. */
public final class LiveModule extends AbstractModule {
    /** Creates the module. */
    public LiveModule() {}

    @Override
    protected void configure() {
        bind(LiveUpdates.class).in(Singleton.class);
    }
}
