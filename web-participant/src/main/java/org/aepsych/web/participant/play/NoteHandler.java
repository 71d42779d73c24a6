package org.aepsych.web.participant.play;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;

/** Puts away what the experimenter wrote, once it was read. */
final class NoteHandler {
    private final GameParticipation participation;
    private final ParticipantGate gate;

    @Inject
    NoteHandler(GameParticipation participation, ParticipantGate gate) {
        this.participation = participation;
        this.gate = gate;
    }

    void dismiss(Context context) {
        gate.change(context, (exchange, visit) -> {
            participation.dismiss(visit.experiment(), visit.participant(), Inputs.id(exchange, "note"));
            exchange.redirect(Addresses.experiment(visit.experiment()) + "/play", HttpStatus.SEE_OTHER);
        });
    }
}
