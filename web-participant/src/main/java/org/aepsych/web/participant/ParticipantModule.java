package org.aepsych.web.participant;

import com.google.inject.AbstractModule;
import org.aepsych.web.door.Door;

/** Binds the pages of participants. */
public final class ParticipantModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ParticipantGate.class);
        bind(EntranceHandler.class);
        bind(PlayHandler.class);
        bind(QuestionHandler.class);
        bind(InvitationHandler.class);
        bind(ParticipantPreview.class);
        Door.among(binder(), ParticipantRoutes.class);
    }
}
