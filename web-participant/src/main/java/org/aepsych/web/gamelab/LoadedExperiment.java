package org.aepsych.web.gamelab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.lottery.Winner;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.CanonicalView;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.Result;
import org.aepsych.core.game.view.ParticipantView.RoundHistory;
import org.aepsych.core.game.view.RoundClock;
import org.aepsych.web.instructions.Instructions;
import org.aepsych.web.language.Language;
import org.aepsych.web.language.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code doloadexpr} answers: everything that gamelab's pages know of an experiment and a participant, with keys in
 * gamelab's order.
 *
 * @param view what the participant may see
 * @param definition what the experiment is; only what participants may know of it is told
 * @param instructionsFirst whether the browser keeps showing the instructions first
 */
record LoadedExperiment(CanonicalView view, GameDefinition definition, boolean instructionsFirst) {
    private static final int LOGGED_IN = 2;
    private static final int NO_MAILER = -1;
    private static final int NO_SHUFFLE = 2;

    JsonNode node() {
        ObjectNode node = LabJson.object();
        node.set("expr", experiment());
        node.set("win", win());
        if (clock().round() < 0) {
            node.putNull("history");
            node.set("player", player());
            return node.putNull("curlottery").putNull("aggrlottery").putNull("aggrtickets");
        }
        node.set("player", player());
        sums(node);
        GameArrays games = new GameArrays(view, definition.games());
        node.put("gamesz", definition.games().size());
        node.set("games", games.current());
        node.set("history", games.history());
        node.set("lotteries", games.lotteries());
        return node;
    }

    private ParticipantView own() {
        return view.own();
    }

    private RoundClock clock() {
        return own().clock();
    }

    private ObjectNode experiment() {
        ObjectNode expr = LabJson.object()
                .put("instr", Instructions.of(definition, Texts.in(Language.ENGLISH)))
                .put("maxtickets", own().result().map(Result::total).orElse(0L))
                .put("admin", definition.correspondence().contact().orElse(""))
                .put("state", own().phase().number())
                .put("start", seconds(clock().start()))
                .put("rounds", clock().rounds())
                .put("prounds", own().playRounds())
                .put("nohistory", own().display().history() ? 0 : 1)
                .put("noshuffle", own().display().shuffled() ? 0 : NO_SHUFFLE)
                .put("absoluteround", own().display().relativeRounds() ? 0 : 1);
        mechanicalTurk(expr)
                .put("minutes", definition.schedule().minutes())
                .put(
                        "loginURI",
                        definition.correspondence().logIn().map(URI::toString).orElse(""))
                .put("progress", LabJson.decimal(progress()))
                .put("postwin", own().phase() == GamePhase.DRAWN ? 1 : 0)
                .put("round", clock().round())
                .put("roundpct", definition.schedule().percent())
                .put("roundmin", definition.schedule().graceMinutes())
                .put("roundpid", 0)
                .put("roundpidok", NO_MAILER)
                .put("roundbegan", seconds(view.began()))
                .put("autoadd", view.selfRegistration() ? 1 : 0);
        expr.set("history", prior());
        return expr.put("autoaddpreserve", definition.admission().keptAfterStart() ? 1 : 0);
    }

    private JsonNode prior() {
        return definition.prior().rounds().isEmpty() || !own().display().history()
                ? LabJson.object().nullNode()
                : new GameArrays(view, definition.games())
                        .prior(definition.prior().rounds());
    }

    /** Puts gamelab's defaults, and the prize, which stands among them. */
    private ObjectNode mechanicalTurk(ObjectNode expr) {
        return expr.put("sandbox", 1)
                .put("awssandbox", 1)
                .put("lottery", own().lottery())
                .put("conversion", LabJson.decimal(1))
                .put("awsconvert", LabJson.decimal(1))
                .put("awsreward", LabJson.decimal(0.01));
    }

    private static long seconds(Optional<Instant> instant) {
        return instant.map(Instant::getEpochSecond).orElse(0L);
    }

    /** Returns how much of the experiment's time is over, at most 1. */
    private double progress() {
        double rounds = clock().rounds();
        if (clock().round() < 0) {
            return 0;
        }
        double ofTheRound = clock().began()
                .map(from -> (double) Duration.between(from, clock().now()).toMillis()
                        / (double) definition.schedule().round().toMillis())
                .orElse(0.0);
        return Math.min(1, (clock().round() + Math.max(0, ofTheRound)) / rounds);
    }

    private JsonNode win() {
        if (own().phase() != GamePhase.DRAWN || own().result().isEmpty()) {
            return LabJson.object().nullNode();
        }
        Result result = own().result().get();
        ObjectNode win = LabJson.object();
        ArrayNode numbers = win.putArray("winrnums");
        result.winningTickets().forEach(numbers::add);
        return win.put("winner", result.win().map(Winner::prize).orElse(-1))
                .put("winrnum", result.win().map(Winner::ticket).orElse(0L));
    }

    private ObjectNode player() {
        Score score = own().result().map(Result::score).orElse(new Score(0, 0));
        return LabJson.object()
                .putNull("hitid")
                .putNull("assignmentid")
                .put("mail", view.identifier().orElse(""))
                .put("rseed", own().rseed())
                .put("role", own().role().map(Role::number).orElse(0))
                .put("instr", instructionsFirst ? 1 : 0)
                .put("id", own().participant().value())
                .put("mturkdone", 0)
                .put("autoadd", view.selfRegistered() ? 1 : 0)
                .put("joined", own().joined().orElse(-1))
                .put("status", LOGGED_IN)
                .put("enabled", own().enabled() ? 1 : 0)
                .put("finalrank", score.firstTicket())
                .put("finalscore", score.tickets())
                .put(
                        "answer",
                        Math.max(
                                0,
                                own().questions().answered() - own().questions().first()));
    }

    private void sums(ObjectNode node) {
        if (clock().round() == 0) {
            node.putNull("curlottery").putNull("aggrlottery").putNull("aggrtickets");
            return;
        }
        List<RoundHistory> rounds = own().history();
        if (rounds.isEmpty()) {
            node.put("curlottery", 0).put("aggrlottery", 0).put("aggrtickets", 0);
            return;
        }
        RoundHistory last = rounds.get(rounds.size() - 1);
        node.put("curlottery", LabJson.decimal(last.payoff()))
                .put("aggrlottery", LabJson.decimal(last.aggregate()))
                .put("aggrtickets", last.tickets());
    }
}
