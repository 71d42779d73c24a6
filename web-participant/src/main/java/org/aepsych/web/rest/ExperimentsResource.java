package org.aepsych.web.rest;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.Presence;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.history.StreamHistory;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Lets programs define and run game experiments. */
final class ExperimentsResource {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final GameExperiments games;
    private final StreamHistory history;
    private final Presence presence;
    private final RestGate gate;
    private final Json json;

    @Inject
    ExperimentsResource(GameExperiments games, StreamHistory history, Presence presence, RestGate gate, Json json) {
        this.games = games;
        this.history = history;
        this.presence = presence;
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
        change(context, games::start);
    }

    void advance(Context context) {
        change(context, games::advance);
    }

    void end(Context context) {
        change(context, games::end);
    }

    void draw(Context context) {
        gate.change(context, (exchange, holder) -> {
            GameDocuments.Draw draw = json.read(exchange, GameDocuments.Draw.class);
            json.send(
                    exchange,
                    OK,
                    games.draw(Inputs.experiment(exchange), draw.winners(), draw.seed()).stream()
                            .map(GameDocuments.WinnerLine::of)
                            .toList());
        });
    }

    void participants(Context context) {
        gate.show(context, (exchange, holder) -> {
            GameAdminView view = games.adminView(Inputs.experiment(exchange));
            Map<ParticipantId, Instant> seen = presence.of(view.summary().stream());
            json.send(
                    exchange,
                    OK,
                    view.participants().stream()
                            .map(one -> GameDocuments.Participant.of(one, Optional.ofNullable(seen.get(one.id()))))
                            .toList());
        });
    }

    void enroll(Context context) {
        gate.change(context, (exchange, holder) -> {
            GameDocuments.NewParticipant wanted = json.read(exchange, GameDocuments.NewParticipant.class);
            ParticipantId id = games.enroll(
                            Inputs.experiment(exchange),
                            Objects.requireNonNullElse(wanted.identifier(), ""),
                            Optional.ofNullable(wanted.password()))
                    .participant();
            json.send(exchange, CREATED, new GameDocuments.Enrolled(id.value()));
        });
    }

    void disable(Context context) {
        change(context, experiment -> games.disable(experiment, participant(context)));
    }

    void enable(Context context) {
        change(context, experiment -> games.enable(experiment, participant(context)));
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

    private static ParticipantId participant(Context context) {
        return new ParticipantId(Inputs.id(context, "participant"));
    }
}
