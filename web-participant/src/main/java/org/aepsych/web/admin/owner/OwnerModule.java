package org.aepsych.web.admin.owner;

import org.aepsych.web.door.DoorModule;

/** Binds what only owners see. */
public final class OwnerModule extends DoorModule {
    @Override
    protected void configure() {
        bind(AuditHandler.class);
        bind(SettingsHandler.class);
        open(OwnerRoutes.class);
    }
}
