package org.aepsych.web.admin.account;

import org.aepsych.web.door.DoorModule;

/** Binds how administrators come in, and their accounts. */
public final class AccountModule extends DoorModule {
    @Override
    protected void configure() {
        bind(AccessHandler.class);
        bind(MeHandler.class);
        bind(AccountsHandler.class);
        bind(AdministratorLinks.class);
        open(AccountRoutes.class);
    }
}
