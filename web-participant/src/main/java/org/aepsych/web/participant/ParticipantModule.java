package org.aepsych.web.participant;

import org.aepsych.web.door.DoorModule;

/** Binds the pages of participants. */
public final class ParticipantModule extends DoorModule {
    @Override
    protected void configure() {
        bind(ParticipantGate.class);
        bind(EntranceHandler.class);
        bind(PlayHandler.class);
        bind(DrawProofs.class);
        bind(InstructionsHandler.class);
        bind(QuestionHandler.class);
        bind(NoteHandler.class);
        bind(InvitationHandler.class);
        bind(ParticipantPreview.class);
        open(ParticipantRoutes.class);
    }
}
