package org.aepsych.web.participant.history;

import org.aepsych.web.door.DoorModule;

/** Binds what participants have played. */
public final class HistoryModule extends DoorModule {
    @Override
    protected void configure() {
        bind(HistoryHandler.class);
        open(HistoryRoutes.class);
    }
}
