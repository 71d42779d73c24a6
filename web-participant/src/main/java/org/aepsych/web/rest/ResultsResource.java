package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.game.equilibrium.Equilibria;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.api.PayoffsDocument;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Tells programs what came of game experiments. */
final class ResultsResource {
    private static final int OK = 200;

    private final GameExperiments games;
    private final Messages messages;
    private final RestGate gate;
    private final Json json;

    @Inject
    ResultsResource(GameExperiments games, Messages messages, RestGate gate, Json json) {
        this.games = games;
        this.messages = messages;
        this.gate = gate;
        this.json = json;
    }

    void rounds(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        games.adminView(Inputs.experiment(exchange)).rounds().stream()
                                .flatMap(round -> round.averages().stream()
                                        .map(average -> GameDocuments.RoundLine.of(round.round(), average)))
                                .toList()));
    }

    /** Unfolds what a finished round paid a participant. */
    void payoffs(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        PayoffsDocument.of(games.explain(
                                Inputs.experiment(exchange),
                                new ParticipantId(Inputs.id(exchange, "participant")),
                                Inputs.pathNumber(exchange, "round")))));
    }

    void winners(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        games.adminView(Inputs.experiment(exchange)).winners().stream()
                                .map(GameDocuments.WinnerLine::of)
                                .toList()));
    }

    void equilibria(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange,
                        OK,
                        games.definition(Inputs.experiment(exchange)).games().stream()
                                .map(game -> GameDocuments.GameEquilibria.of(game, Equilibria.of(game)))
                                .toList()));
    }

    void log(Context context) {
        gate.show(context, (exchange, holder) -> messages.send(exchange, games.stream(Inputs.experiment(exchange))));
    }
}
