package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Game;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.Glance;
import org.aepsych.core.game.view.ParticipantView;

/** What participants do and see once they are logged in. */
final class Rounds {
    private static final LabAnswer NOT_MODIFIED = new LabAnswer.Status(304);
    private static final LabAnswer BAD = new LabAnswer.Status(400);
    private static final LabAnswer CONFLICT = new LabAnswer.Status(409);
    private static final LabAnswer LOBBY = new LabAnswer.Status(429);

    private final GameExperiments games;
    private final GameParticipation participation;
    private final LabGate gate;

    @Inject
    Rounds(GameExperiments games, GameParticipation participation, LabGate gate) {
        this.games = games;
        this.participation = participation;
        this.gate = gate;
    }

    LabAnswer check(Caller caller) {
        GameSummary summary = games.summary(caller.experiment());
        return summary.phase() == GamePhase.NEW
                ? BAD
                : new LabAnswer.Document(
                        LabJson.object().put("round", summary.clock().round()));
    }

    /** A recruited worker says to be done; that is between them and the recruiting service. */
    LabAnswer finish(Caller caller) {
        return games.summary(caller.experiment()).phase() == GamePhase.NEW ? CONFLICT : LabAnswer.OK;
    }

    LabAnswer play(Caller caller, Fields fields) {
        long id = fields.whole("gid");
        long round = fields.whole("round");
        Optional<Game> game = games.definition(caller.experiment()).games().stream()
                .filter(known -> known.id() == id)
                .findFirst();
        if (round < 0 || game.isEmpty()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "gid, round: there is no game " + id + " or no round " + round);
        }
        // The role is not looked up: weights beyond the number of its actions are ignored.
        List<String> weights = IntStream.range(
                        0, Math.max(game.get().rows(), game.get().columns()))
                .mapToObj(action -> fields.text("index" + action).orElse(""))
                .toList();
        int known = (int) Math.min(round, Integer.MAX_VALUE);
        participation.play(caller.experiment(), caller.participant(), known, (int) id, weights);
        return LabAnswer.OK;
    }

    LabAnswer showInstructions(Context context, Caller caller, Fields fields) {
        gate.instructionsFirst(
                context, caller.experiment(), fields.text("instr").isPresent());
        return LabAnswer.OK;
    }

    /** Looks at the tag first: most loads only ask whether there is something new. */
    LabAnswer load(Context context, Caller caller) {
        Glance glance = participation.glance(caller.experiment(), caller.participant());
        if (glance.phase() == GamePhase.NEW) {
            return CONFLICT;
        }
        boolean over = glance.round() >= glance.rounds();
        if (glance.inLobby() && !over) {
            return LOBBY;
        }
        boolean instructionsFirst = gate.instructionsFirst(context);
        String tag = tag(glance.round(), caller, glance.version(), glance.gamesPlayed(), instructionsFirst);
        if (!over && glance.round() >= 0 && tag.equals(context.header("If-None-Match"))) {
            context.header("ETag", tag);
            return NOT_MODIFIED;
        }
        return document(context, caller, instructionsFirst);
    }

    /** The view may be a moment younger than the glance was, so it has a tag of its own. */
    private LabAnswer document(Context context, Caller caller, boolean instructionsFirst) {
        CanonicalView view = participation.canonicalView(caller.experiment(), caller.participant());
        ParticipantView own = view.own();
        if (own.clock().round() < own.clock().rounds()) {
            long played = own.games().stream()
                    .filter(game -> game.played().isPresent())
                    .count();
            context.header("ETag", tag(own.clock().round(), caller, view.version(), played, instructionsFirst));
        }
        context.header("Expires", "-1");
        return new LabAnswer.Document(
                new LoadedExperiment(view, games.definition(caller.experiment()), instructionsFirst).node());
    }

    /** As gamelab has it; the version also says what the browser's third cookie does. */
    private static String tag(int round, Caller caller, int version, long played, boolean instructionsFirst) {
        long shown = 2L * version + (instructionsFirst ? 0 : 1);
        return "\"%s-%s-%d-%d\"".formatted(Long.toUnsignedString(round), caller.participant(), shown, played);
    }
}
