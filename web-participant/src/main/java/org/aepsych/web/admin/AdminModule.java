package org.aepsych.web.admin;

import org.aepsych.web.admin.account.AccountModule;
import org.aepsych.web.admin.define.DefineModule;
import org.aepsych.web.admin.design.DesignModule;
import org.aepsych.web.admin.game.GameModule;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.manage.ManageModule;
import org.aepsych.web.admin.owner.OwnerModule;
import org.aepsych.web.admin.session.SessionModule;
import org.aepsych.web.admin.time.TimeModule;
import org.aepsych.web.door.DoorModule;

/** Binds the pages of administrators. */
public final class AdminModule extends DoorModule {
    @Override
    protected void configure() {
        bind(AdminGate.class);
        bind(OverviewHandler.class);
        open(OverviewRoutes.class);
        install(new AccountModule());
        // The first route that fits an address is taken: "new" must not be taken for the name of an experiment.
        install(new DefineModule());
        install(new DesignModule());
        install(new GameModule());
        install(new ManageModule());
        install(new SessionModule());
        install(new TimeModule());
        install(new OwnerModule());
    }
}
