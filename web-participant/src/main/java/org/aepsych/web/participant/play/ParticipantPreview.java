package org.aepsych.web.participant.play;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.web.language.Languages;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.view.Pages;

/** Shows experimenters a participant's page, such as one of the past. Its forms carry no token, so they do nothing. */
public final class ParticipantPreview {
    private static final int OK = 200;

    private final Pages pages;

    /**
     * Prepares previews.
     *
     * @param pages renders them
     */
    @Inject
    public ParticipantPreview(Pages pages) {
        this.pages = pages;
    }

    /**
     * Answers with the page that a participant would see.
     *
     * @param context the exchange
     * @param experiment which
     * @param view what the participant may see
     */
    public void send(Context context, ExperimentId experiment, ParticipantView view) {
        PlayPages then = new PlayPages(
                new ParticipantFrame(experiment, "", Languages.texts(context)).with(view.notes()),
                view,
                "",
                Optional::empty,
                Optional.empty());
        Optional<ResultPage> result = then.result(Optional.empty());
        Optional<OwnGame> game = then.game(0);
        if (result.isPresent()) {
            pages.send(context, OK, "participant/result", result.orElseThrow());
        } else if (game.isPresent()) {
            WeightForm blank = then.blank(game.orElseThrow());
            pages.send(context, OK, "participant/game", then.game(game.orElseThrow(), blank, Optional.empty()));
        } else {
            pages.send(context, OK, "participant/wait", then.waiting());
        }
    }
}
