package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.game.Game;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.ParticipantView;

/** What participants do and see once they are logged in. */
final class Rounds {
    private static final LabAnswer NOT_MODIFIED = new LabAnswer.Status(304);
    private static final LabAnswer BAD = new LabAnswer.Status(400);
    private static final LabAnswer CONFLICT = new LabAnswer.Status(409);
    private static final LabAnswer LOBBY = new LabAnswer.Status(429);

    private final GameExperiments games;
    private final LabGate gate;

    @Inject
    Rounds(GameExperiments games, LabGate gate) {
        this.games = games;
        this.gate = gate;
    }

    LabAnswer check(Caller caller) {
        GameSummary summary = games.summary(caller.experiment());
        return summary.phase() == GamePhase.NEW
                ? BAD
                : new LabAnswer.Document(
                        LabJson.object().put("round", summary.clock().round()));
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
        games.play(caller.experiment(), caller.participant(), known, (int) id, weights);
        return LabAnswer.OK;
    }

    LabAnswer showInstructions(Context context, Caller caller, Fields fields) {
        gate.instructionsFirst(
                context, caller.experiment(), fields.text("instr").isPresent());
        return LabAnswer.OK;
    }

    LabAnswer load(Context context, Caller caller) {
        CanonicalView view = games.canonicalView(caller.experiment(), caller.participant());
        ParticipantView own = view.own();
        int round = own.clock().round();
        if (own.phase() == GamePhase.NEW) {
            return CONFLICT;
        }
        boolean over = round >= own.clock().rounds();
        if (own.inLobby() && !over) {
            return LOBBY;
        }
        boolean instructionsFirst = gate.instructionsFirst(context);
        if (!over) {
            String tag = tag(view, instructionsFirst);
            context.header("ETag", tag);
            if (round >= 0 && tag.equals(context.header("If-None-Match"))) {
                return NOT_MODIFIED;
            }
        }
        context.header("Expires", "-1");
        return new LabAnswer.Document(
                new LoadedExperiment(view, games.definition(caller.experiment()), instructionsFirst).node());
    }

    /** As gamelab has it; the version also says what the browser's third cookie does. */
    private static String tag(CanonicalView view, boolean instructionsFirst) {
        long played = view.own().games().stream()
                .filter(game -> game.played().isPresent())
                .count();
        long version = 2L * view.version() + (instructionsFirst ? 0 : 1);
        return "\"%s-%s-%d-%d\""
                .formatted(
                        Long.toUnsignedString(view.own().clock().round()),
                        view.own().participant(),
                        version,
                        played);
    }
}
