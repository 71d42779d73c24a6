package org.aepsych.web.admin;

import com.google.inject.AbstractModule;
import org.aepsych.web.door.Door;

/** Binds the pages of administrators. */
public final class AdminModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(AdminGate.class);
        bind(AccessHandler.class);
        bind(OverviewHandler.class);
        bind(DefineHandler.class);
        bind(GameHandler.class);
        bind(ManageHandler.class);
        Door.among(binder(), ManageRoutes.class);
        Door.among(binder(), OwnerRoutes.class);
        bind(SessionHandler.class);
        bind(TimeHandler.class);
        bind(AccountsHandler.class);
        bind(MeHandler.class);
        bind(AuditHandler.class);
        bind(SettingsHandler.class);
        Door.among(binder(), AdminRoutes.class);
        bind(AdministratorLinks.class);
    }
}
