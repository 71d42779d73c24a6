package org.aepsych.web.admin.time;

import org.aepsych.web.door.DoorModule;

/** Binds the pages of experiments as they were. */
public final class TimeModule extends DoorModule {
    @Override
    protected void configure() {
        bind(TimeHandler.class);
        bind(SessionTimeHandler.class);
        open(TimeRoutes.class);
    }
}
