package org.aepsych.web.admin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Defines game experiments, by a form or by a text. */
final class DefineHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    DefineHandler(GameExperiments games, AdminGate gate, Pages pages) {
        this.games = games;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            String copied = Inputs.query(exchange, "copy");
            String text = copied.isEmpty() ? "" : games.copy(experiment(copied));
            String contact = visit.administrator().email();
            Optional<String> classic = Gallery.text(Inputs.query(exchange, "game"));
            send(
                    exchange,
                    visit,
                    OK,
                    classic.map(matrix -> DefineForm.suggestion(contact, matrix))
                            .orElseGet(() -> DefineForm.suggestion(contact)),
                    text,
                    !copied.isEmpty(),
                    List.of());
        });
    }

    void define(Context context) {
        gate.change(context, (exchange, visit) -> {
            boolean byText = Inputs.text(exchange, "by").equals("text");
            DefineForm form =
                    byText ? DefineForm.suggestion(visit.administrator().email()) : DefineForm.read(exchange);
            String text = Inputs.text(exchange, "text");
            try {
                String definition = byText ? text : DefinitionText.of(form);
                exchange.redirect(Addresses.administration(games.define(definition)), HttpStatus.SEE_OTHER);
            } catch (ConfigException e) {
                List<String> problems =
                        e.problems().stream().map(Problem::toString).toList();
                send(exchange, visit, ProblemMapper.status(e.code().kind()), form, text, byText, problems);
            } catch (AepsychException e) {
                if (e.code().kind() != ErrorKind.CONFLICT) {
                    throw e;
                }
                send(
                        exchange,
                        visit,
                        ProblemMapper.status(e.code().kind()),
                        form,
                        text,
                        byText,
                        List.of(e.getMessage()));
            }
        });
    }

    private static ExperimentId experiment(String name) {
        try {
            return new ExperimentId(name);
        } catch (IllegalArgumentException e) {
            throw new AepsychException(StandardError.EXPERIMENT_NOT_FOUND, "There is no such experiment.", e);
        }
    }

    private void send(
            Context context,
            AdminVisit visit,
            int status,
            DefineForm form,
            String text,
            boolean byText,
            List<String> problems) {
        DefinePage page = new DefinePage(
                gate.frame(visit, "New game experiment", AdminGate.NEW_GAME),
                AdminGate.NEW_GAME,
                gate.token(visit),
                form,
                text,
                byText,
                problems,
                Gallery.list());
        pages.send(context, status, "admin/define", page);
    }
}
