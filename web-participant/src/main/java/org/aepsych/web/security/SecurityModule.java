package org.aepsych.web.security;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds what keeps visitors apart and honest. */
public final class SecurityModule extends AbstractModule {
    /** Creates the module. */
    public SecurityModule() {}

    @Override
    protected void configure() {
        bind(FormTokens.class).in(Singleton.class);
        bind(Limits.class).in(Singleton.class);
        bind(SecurityHeaders.class).in(Singleton.class);
        bind(Visitors.class).in(Singleton.class);
    }
}
