package org.aepsych.web.participant;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;

/** Puts away what the experimenter wrote, once it was read. */
final class NoteHandler {
    private final GameExperiments games;
    private final ParticipantGate gate;

    @Inject
    NoteHandler(GameExperiments games, ParticipantGate gate) {
        this.games = games;
        this.gate = gate;
    }

    void dismiss(Context context) {
        gate.change(context, (exchange, visit) -> {
            games.dismiss(visit.experiment(), visit.participant(), Inputs.id(exchange, "note"));
            exchange.redirect(Addresses.experiment(visit.experiment()) + "/play", HttpStatus.SEE_OTHER);
        });
    }
}
