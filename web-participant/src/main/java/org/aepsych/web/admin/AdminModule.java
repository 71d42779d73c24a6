package org.aepsych.web.admin;

import com.google.inject.AbstractModule;
import jakarta.inject.Singleton;

/** Binds the pages of administrators. */
public final class AdminModule extends AbstractModule {
    /** Creates the module. */
    public AdminModule() {}

    @Override
    protected void configure() {
        bind(AccessHandler.class).in(Singleton.class);
        bind(AdminGate.class).in(Singleton.class);
        bind(AdminRoutes.class).in(Singleton.class);
        bind(AdministratorLinks.class).in(Singleton.class);
        bind(DefineHandler.class).in(Singleton.class);
        bind(GameHandler.class).in(Singleton.class);
        bind(OverviewHandler.class).in(Singleton.class);
        bind(SessionHandler.class).in(Singleton.class);
    }
}
