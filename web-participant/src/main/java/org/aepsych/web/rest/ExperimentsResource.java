package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Lets programs define and run game experiments. */
final class ExperimentsResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final GameExperiments games;
    private final GameConduct conduct;
    private final StreamHistory history;
    private final RestGate gate;
    private final Json json;

    @Inject
    ExperimentsResource(GameExperiments games, GameConduct conduct, StreamHistory history, RestGate gate, Json json) {
        this.games = games;
        this.conduct = conduct;
        this.history = history;
        this.gate = gate;
        this.json = json;
    }

    void list(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(
                        exchange, OK, games.list().stream().map(this::document).toList()));
    }

    void define(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId id = games.define(text(exchange));
            exchange.header("Location", "/api/v1/experiments/" + id.value());
            json.send(exchange, CREATED, document(games.summary(id)));
        });
    }

    void check(Context context) {
        gate.show(context, (exchange, holder) -> {
            try {
                GameDefinition unused = games.preview(text(exchange));
                json.send(exchange, OK, new GameDocuments.Checked(true, List.of()));
            } catch (ConfigException e) {
                List<String> problems =
                        e.problems().stream().map(Problem::toString).toList();
                json.send(exchange, OK, new GameDocuments.Checked(false, problems));
            }
        });
    }

    void one(Context context) {
        gate.show(
                context,
                (exchange, holder) -> json.send(exchange, OK, document(games.summary(Inputs.experiment(exchange)))));
    }

    void definition(Context context) {
        gate.show(context, (exchange, holder) -> {
            String text = games.definition(Inputs.experiment(exchange)).toIni();
            json.send(exchange, OK, new GameDocuments.Definition(text));
        });
    }

    void start(Context context) {
        change(context, conduct::start);
    }

    void advance(Context context) {
        change(context, conduct::advance);
    }

    void end(Context context) {
        change(context, conduct::end);
    }

    void draw(Context context) {
        gate.change(context, (exchange, holder) -> {
            GameDocuments.Draw draw = json.read(exchange, GameDocuments.Draw.class);
            json.send(
                    exchange,
                    OK,
                    conduct.draw(Inputs.experiment(exchange), draw.winners(), draw.seed()).stream()
                            .map(GameDocuments.WinnerLine::of)
                            .toList());
        });
    }

    void pause(Context context) {
        change(context, conduct::pause);
    }

    void resume(Context context) {
        change(context, conduct::resume);
    }

    void registration(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            boolean open = Optional.ofNullable(
                            json.read(exchange, GameDocuments.Door.class).open())
                    .orElseThrow(
                            () -> new AepsychException(StandardError.INPUT_INVALID, "open: expected true or false"));
            conduct.switchRegistration(experiment, open);
            json.send(exchange, OK, document(games.summary(experiment)));
        });
    }

    void copy(Context context) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId id = games.define(games.copy(Inputs.experiment(exchange)));
            exchange.header("Location", "/api/v1/experiments/" + id.value());
            json.send(exchange, CREATED, document(games.summary(id)));
        });
    }

    private void change(Context context, Consumer<ExperimentId> step) {
        gate.change(context, (exchange, holder) -> {
            ExperimentId experiment = Inputs.experiment(exchange);
            step.accept(experiment);
            json.send(exchange, OK, document(games.summary(experiment)));
        });
    }

    private String text(Context context) {
        return Objects.requireNonNullElse(
                json.read(context, GameDocuments.Definition.class).text(), "");
    }

    private GameDocuments.Experiment document(GameSummary game) {
        return GameDocuments.Experiment.of(game, history.last(game.stream()));
    }
}
