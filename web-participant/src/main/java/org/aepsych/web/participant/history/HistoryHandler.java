package org.aepsych.web.participant.history;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.web.language.Languages;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.participant.gate.Visit;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** What participants have played and earned. */
final class HistoryHandler {
    private static final int OK = 200;

    private final GameParticipation participation;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final Pages pages;

    @Inject
    HistoryHandler(GameParticipation participation, ParticipantGate gate, FormTokens forms, Pages pages) {
        this.participation = participation;
        this.gate = gate;
        this.forms = forms;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            String language = Languages.texts(exchange).language().tag();
            ParticipantView view = participation.participantView(visit.experiment(), visit.participant(), language);
            ParticipantFrame frames =
                    ParticipantFrame.of(exchange, visit, forms).with(view.notes());
            HistoryPages history = new HistoryPages(view, frames);
            pages.send(exchange, OK, "participant/history", history.page(unfolded(exchange, visit, view)));
        });
    }

    /** The round that is asked for, otherwise the last one. */
    private Optional<RoundExplanation> unfolded(Context context, Visit visit, ParticipantView view) {
        int last = view.history().size() - 1;
        String wanted = Inputs.query(context, "round");
        int round = wanted.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(wanted), last) : last;
        return round < 0
                ? Optional.empty()
                : Optional.of(participation.explainTo(visit.experiment(), visit.participant(), round));
    }
}
