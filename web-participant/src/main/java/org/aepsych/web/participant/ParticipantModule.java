package org.aepsych.web.participant;

import org.aepsych.web.door.DoorModule;
import org.aepsych.web.participant.entrance.EntranceModule;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.participant.history.HistoryModule;
import org.aepsych.web.participant.play.PlayModule;
import org.aepsych.web.participant.question.QuestionModule;
import org.aepsych.web.participant.rules.RulesModule;

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
