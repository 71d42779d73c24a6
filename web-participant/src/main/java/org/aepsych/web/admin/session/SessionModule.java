package org.aepsych.web.admin.session;

import org.aepsych.web.door.DoorModule;

/** Binds the monitor of sessions of adaptive experiments. */
public final class SessionModule extends DoorModule {
    @Override
    protected void configure() {
        bind(SessionHandler.class);
        open(SessionRoutes.class);
    }
}
