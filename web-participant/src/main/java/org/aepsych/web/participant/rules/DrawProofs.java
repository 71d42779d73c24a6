package org.aepsych.web.participant.rules;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.Visit;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;

/** Proves the draws of experiments that have a lottery. */
public final class DrawProofs {
    private final GameExperiments games;
    private final Visitors visitors;

    @Inject
    DrawProofs(GameExperiments games, Visitors visitors) {
        this.games = games;
        this.visitors = visitors;
    }

    /**
     * Returns the proof of an experiment's draw.
     *
     * @param context the exchange
     * @param visit in which experiment
     * @param texts in the participant's language
     * @return the proof; empty if nothing is drawn in the experiment
     */
    public Optional<DrawProof> of(Context context, Visit visit, Texts texts) {
        boolean lottery =
                !games.definition(visit.experiment()).prize().lottery().isEmpty();
        String document = visitors.base(context) + Addresses.draw(visit.experiment());
        return lottery
                ? Optional.of(DrawProof.of(games.publishedDraw(visit.experiment()), document, texts))
                : Optional.empty();
    }
}
