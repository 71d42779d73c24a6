package org.aepsych.web.participant;

import org.aepsych.web.door.DoorModule;

/** Binds the pages of participants. */
public final class ParticipantModule extends DoorModule {
    @Override
    protected void configure() {
        bind(ParticipantGate.class);
        install(new EntranceModule());
        install(new QuestionModule());
        install(new RulesModule());
        install(new PlayModule());
        install(new HistoryModule());
    }
}
