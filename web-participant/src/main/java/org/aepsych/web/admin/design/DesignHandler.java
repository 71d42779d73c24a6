package org.aepsych.web.admin.design;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.config.Problem;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.AdaptiveExperiments;
import org.aepsych.core.adaptive.form.DesignForm;
import org.aepsych.core.config.ExperimentFile;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.admin.gate.FormProblem;
import org.aepsych.web.admin.head.SessionTab;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;
import org.aepsych.web.view.Pages;

/** Defines adaptive experiments, by a form or by a file. */
final class DesignHandler {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern STREAM = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ROW = Pattern.compile("(parameter|outcome|step)([1-9][0-9]{0,2})");
    private static final Pattern KIND = Pattern.compile("parameter|outcome|step");

    private final AdaptiveExperiments adaptive;
    private final Extensions extensions;
    private final AdminGate gate;
    private final Pages pages;
    private final Json json;

    @Inject
    DesignHandler(AdaptiveExperiments adaptive, Extensions extensions, AdminGate gate, Pages pages, Json json) {
        this.adaptive = adaptive;
        this.extensions = extensions;
        this.gate = gate;
        this.pages = pages;
        this.json = json;
    }

    /** What a check answers: everything that is wrong, what may not be meant, and the form as a file. */
    record Checked(List<FormProblem> problems, List<String> notes, String file) {}

    void show(Context context) {
        gate.show(context, (exchange, visit) -> {
            Optional<DesignForm> copy = Optional.of(Inputs.query(exchange, "copy"))
                    .filter(stream -> STREAM.matcher(stream).matches())
                    .map(stream -> adaptive.text(new StreamId(Long.parseLong(stream))))
                    .map(text -> without(form(text), "id"));
            Optional<DesignForm> example =
                    DesignExample.find(Inputs.query(exchange, "example")).map(found -> form(found.read()));
            DesignForm form = copy.or(() -> example).orElseGet(DesignForm::suggestion);
            send(exchange, visit, OK, form, form.text(), List.of());
        });
    }

    void check(Context context) {
        gate.ask(context, (exchange, visit) -> {
            if (byText(exchange)) {
                Findings findings = findings(Inputs.text(exchange, "text"));
                json.send(
                        exchange,
                        OK,
                        new Checked(
                                findings.problems.stream()
                                        .map(FormProblem::inFile)
                                        .toList(),
                                findings.notes,
                                ""));
            } else {
                DesignForm form = read(exchange);
                json.send(exchange, OK, new Checked(problems(form), findings(form.text()).notes, form.text()));
            }
        });
    }

    /** Shows a form as a file, or a file as a form; or the same form with a row more or less. */
    void convert(Context context) {
        gate.ask(context, (exchange, visit) -> {
            if (!byText(exchange)) {
                DesignForm form = changed(exchange, read(exchange));
                send(exchange, visit, OK, form, form.text(), List.of());
                return;
            }
            String text = Inputs.text(exchange, "text");
            try {
                DesignForm form = form(text);
                send(exchange, visit, OK, form, form.text(), problems(form));
            } catch (ConfigException e) {
                List<FormProblem> problems =
                        e.problems().stream().map(FormProblem::inFile).toList();
                send(exchange, visit, UNPROCESSABLE, DesignForm.suggestion(), text, problems);
            }
        });
    }

    private static DesignForm changed(Context context, DesignForm form) {
        String added = Inputs.text(context, "add");
        if (KIND.matcher(added).matches()) {
            return form.withRow(added);
        }
        Matcher removed = ROW.matcher(Inputs.text(context, "remove"));
        if (removed.matches()) {
            return form.withoutRow(removed.group(1), Integer.parseInt(removed.group(2)));
        }
        return Inputs.text(context, "own").isEmpty() ? form : form.withOwnSteps();
    }

    void define(Context context) {
        gate.change(context, (exchange, visit) -> {
            boolean byText = byText(exchange);
            String given = Inputs.text(exchange, "text");
            DesignForm form = byText ? DesignForm.suggestion() : read(exchange);
            List<FormProblem> problems = byText ? List.of() : problems(form);
            if (!problems.isEmpty()) {
                send(exchange, visit, UNPROCESSABLE, form, form.text(), problems);
                return;
            }
            String text = byText ? given : form.text();
            try {
                StreamId session = adaptive.define(text).stream();
                exchange.redirect(SessionTab.SESSION.address(session), HttpStatus.SEE_OTHER);
            } catch (ConfigException e) {
                List<FormProblem> wrong =
                        e.problems().stream().map(FormProblem::inFile).toList();
                send(exchange, visit, ProblemMapper.status(e.code().kind()), form, text, wrong);
            } catch (AepsychException e) {
                if (e.code().kind() != ErrorKind.CONFLICT) {
                    throw e;
                }
                FormProblem taken = new FormProblem(byText ? "text" : "id", Optional.empty(), e.getMessage());
                send(exchange, visit, ProblemMapper.status(e.code().kind()), form, text, List.of(taken));
            }
        });
    }

    private List<FormProblem> problems(DesignForm form) {
        List<FormProblem> problems = new ArrayList<>();
        form.wrong()
                .forEach(wrong -> problems.add(new FormProblem(
                        wrong.field(), Optional.empty(), wrong.problem().toString())));
        findings(form.text()).problems.forEach(problem -> problems.add(placed(problem, form)));
        return problems;
    }

    /** In the form from which the file was written; the line of the problem is that of the file. */
    private static FormProblem placed(Problem problem, DesignForm form) {
        Problem unplaced =
                new Problem(problem.section(), problem.option(), problem.message(), problem.hint(), Optional.empty());
        return new FormProblem(form.field(problem), Optional.empty(), unplaced.toString());
    }

    /** What the checker says of a file. */
    private record Findings(List<Problem> problems, List<String> notes) {}

    private Findings findings(String text) {
        try {
            return new Findings(
                    List.of(),
                    adaptive.preview(text).warnings().stream()
                            .map(Problem::toString)
                            .toList());
        } catch (ConfigException e) {
            return new Findings(e.problems(), List.of());
        }
    }

    private DesignForm form(String text) {
        return DesignForm.of(ExperimentFile.parse(text), extensions.presenters());
    }

    private static DesignForm read(Context context) {
        Map<String, String> entered = new LinkedHashMap<>();
        context.formParamMap().forEach((field, values) -> entered.put(field, values.isEmpty() ? "" : values.get(0)));
        return without(DesignForm.of(entered), "text");
    }

    private static DesignForm without(DesignForm form, String field) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.remove(field);
        return DesignForm.of(fields);
    }

    private static boolean byText(Context context) {
        return Inputs.text(context, "by").equals("text");
    }

    private void send(
            Context context, AdminVisit visit, int status, DesignForm form, String text, List<FormProblem> problems) {
        DesignPage page = new DesignPage(
                gate.frame(visit, "New adaptive experiment", AdminGate.NEW_DESIGN),
                AdminGate.NEW_DESIGN,
                gate.token(visit),
                form,
                text,
                problems,
                DesignExample.list(),
                DesignChoices.of(extensions));
        pages.send(context, status, "admin/design", page);
    }
}
