package org.aepsych.web.admin;

import org.aepsych.web.door.DoorModule;

/** Binds the pages of administrators. */
public final class AdminModule extends DoorModule {
    @Override
    protected void configure() {
        bind(AdminGate.class);
        bind(AccessHandler.class);
        bind(OverviewHandler.class);
        bind(DefineHandler.class);
        bind(DesignHandler.class);
        bind(GameHandler.class);
        bind(PersonHandler.class);
        bind(ManageScreen.class);
        bind(ManageHandler.class);
        bind(ParticipantsHandler.class);
        open(ManageRoutes.class);
        open(OwnerRoutes.class);
        bind(SessionHandler.class);
        bind(SessionTimeHandler.class);
        bind(TimeHandler.class);
        bind(AccountsHandler.class);
        bind(MeHandler.class);
        bind(AuditHandler.class);
        bind(SettingsHandler.class);
        open(AdminRoutes.class);
        bind(AdministratorLinks.class);
    }
}
