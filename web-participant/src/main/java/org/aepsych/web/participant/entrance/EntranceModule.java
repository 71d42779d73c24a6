package org.aepsych.web.participant.entrance;

import org.aepsych.web.door.DoorModule;

/** Binds how participants come in and leave. */
public final class EntranceModule extends DoorModule {
    @Override
    protected void configure() {
        bind(EntranceHandler.class);
        bind(InvitationHandler.class);
        open(EntranceRoutes.class);
    }
}
