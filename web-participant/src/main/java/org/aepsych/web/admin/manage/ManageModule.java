package org.aepsych.web.admin.manage;

import org.aepsych.web.door.DoorModule;

/** Binds the pages on which experiments and their participants are seen to. */
public final class ManageModule extends DoorModule {
    @Override
    protected void configure() {
        bind(ManageScreen.class);
        bind(ManageHandler.class);
        bind(ParticipantsHandler.class);
        bind(PersonHandler.class);
        open(ManageRoutes.class);
    }
}
