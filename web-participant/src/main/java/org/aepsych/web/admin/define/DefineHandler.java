package org.aepsych.web.admin.define;

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
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.gate.FormProblem;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;
import org.aepsych.web.view.Pages;

/** Defines game experiments, by a form or by a text. */
final class DefineHandler {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final GameExperiments games;
    private final AdminGate gate;
    private final Pages pages;
    private final Json json;

    @Inject
    DefineHandler(GameExperiments games, AdminGate gate, Pages pages, Json json) {
        this.games = games;
        this.gate = gate;
        this.pages = pages;
        this.json = json;
    }

    /** What a check answers: everything that is wrong, and the form as a file. */
    record Checked(List<FormProblem> problems, String file) {}

    void check(Context context) {
        gate.ask(context, (exchange, visit) -> {
            if (byText(exchange)) {
                json.send(exchange, OK, new Checked(problemsOfFile(Inputs.text(exchange, "text")), ""));
            } else {
                DefineForm form = DefineForm.read(exchange);
                json.send(exchange, OK, new Checked(problemsOfForm(form), DefinitionText.of(form)));
            }
        });
    }

    /** Shows a form as a file, or a file as a form. */
    void convert(Context context) {
        gate.ask(context, (exchange, visit) -> {
            String text = Inputs.text(exchange, "text");
            if (!byText(exchange)) {
                DefineForm form = DefineForm.read(exchange);
                send(exchange, visit, OK, form, DefinitionText.of(form), true, problemsOfForm(form));
                return;
            }
            List<FormProblem> problems = problemsOfFile(text);
            if (problems.isEmpty() && !FilledForm.fits(games.preview(text))) {
                problems = List.of(new FormProblem(
                        "text",
                        Optional.empty(),
                        "The form has cells for games of rows and columns only; define this experiment by its file."));
            }
            if (problems.isEmpty()) {
                send(exchange, visit, OK, FilledForm.of(games.preview(text)), "", false, List.of());
            } else {
                DefineForm form = DefineForm.suggestion(visit.administrator().email());
                send(exchange, visit, UNPROCESSABLE, form, text, true, problems);
            }
        });
    }

    private List<FormProblem> problemsOfFile(String text) {
        return problems(text).stream().map(FormProblem::inFile).toList();
    }

    private List<FormProblem> problemsOfForm(DefineForm form) {
        return problems(DefinitionText.of(form)).stream()
                .map(problem -> FormFields.place(problem, form))
                .toList();
    }

    private List<Problem> problems(String definition) {
        try {
            var unused = games.preview(definition);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static boolean byText(Context context) {
        return Inputs.text(context, "by").equals("text");
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
            boolean byText = byText(exchange);
            DefineForm form =
                    byText ? DefineForm.suggestion(visit.administrator().email()) : DefineForm.read(exchange);
            String text = Inputs.text(exchange, "text");
            try {
                String definition = byText ? text : DefinitionText.of(form);
                exchange.redirect(Addresses.administration(games.define(definition)), HttpStatus.SEE_OTHER);
            } catch (ConfigException e) {
                List<FormProblem> problems = e.problems().stream()
                        .map(problem -> byText ? FormProblem.inFile(problem) : FormFields.place(problem, form))
                        .toList();
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
                        List.of(new FormProblem(byText ? "text" : "id", Optional.empty(), e.getMessage())));
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
            List<FormProblem> problems) {
        DefinePage page = new DefinePage(
                gate.frame(visit, "New game experiment", AdminGate.NEW_GAME),
                AdminGate.NEW_GAME,
                AdminGate.NEW_GAME + "/check",
                gate.token(visit),
                form,
                text,
                byText,
                problems,
                Gallery.list());
        pages.send(context, status, "admin/define", page);
    }
}
