package org.aepsych.web.participant.play;

import org.aepsych.web.door.DoorModule;

/** Binds what participants see and do while an experiment runs. */
public final class PlayModule extends DoorModule {
    @Override
    protected void configure() {
        bind(PlayHandler.class);
        bind(NoteHandler.class);
        bind(ParticipantPreview.class);
        open(PlayRoutes.class);
    }
}
