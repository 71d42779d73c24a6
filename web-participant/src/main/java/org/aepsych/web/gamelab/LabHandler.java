package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.web.security.TooManyRequestsException;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Inputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers programs written for gamelab, in gamelab's order: wrong method, unknown page, not logged in, and then the
 * page. Errors have a status and no body.
 */
final class LabHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LabHandler.class);
    private static final int FIRST_SERVER_ERROR = 500;

    private final Entrance entrance;
    private final Rounds rounds;
    private final Questions questions;
    private final LabGate gate;
    private final LabJson json;
    private final Visitors visitors;

    @Inject
    LabHandler(Entrance entrance, Rounds rounds, Questions questions, LabGate gate, LabJson json, Visitors visitors) {
        this.entrance = entrance;
        this.rounds = rounds;
        this.questions = questions;
        this.gate = gate;
        this.json = json;
        this.visitors = visitors;
    }

    void handle(Context context, String path) {
        context.header("Cache-Control", "no-cache, no-store").header("Pragma", "no-cache");
        LabAnswer answer = safely(context, path);
        if (answer instanceof LabAnswer.Document document) {
            write(context, json.write(document.content()));
        } else if (answer instanceof LabAnswer.Redirect redirect) {
            context.status(303)
                    .header("Location", visitors.knownBase() + redirect.path())
                    .result("Redirecting...");
        } else if (answer instanceof LabAnswer.Status status) {
            context.status(status.code());
        }
    }

    /** Writes past the server's own comparison of tags: before the first round, gamelab's tag never matches. */
    private static void write(Context context, String text) {
        try {
            context.status(200).contentType("application/json");
            context.outputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LabAnswer safely(Context context, String path) {
        try {
            return answer(context, path);
        } catch (TooManyRequestsException e) {
            context.header(
                    "Retry-After", Long.toString(Math.max(1, e.waitingTime().toSeconds())));
            return new LabAnswer.Status(429);
        } catch (AepsychException e) {
            int status = status(e.code().kind());
            if (status >= FIRST_SERVER_ERROR) {
                LOG.error("request {} {} failed", context.method(), context.path(), e);
            } else {
                LOG.debug("request {} {} refused: {}", context.method(), context.path(), e.code());
            }
            return new LabAnswer.Status(status);
        } catch (HttpResponseException e) {
            return new LabAnswer.Status(e.getStatus());
        }
    }

    private LabAnswer answer(Context context, String path) {
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.header("Allow", "GET POST OPTIONS");
            return LabAnswer.OK;
        }
        if (!context.method().equals(HandlerType.GET) && !context.method().equals(HandlerType.POST)) {
            return new LabAnswer.Status(405);
        }
        Optional<LabPage.Requested> requested = LabPage.find(path);
        if (requested.isEmpty()) {
            return new LabAnswer.Status(404);
        }
        ExperimentId experiment = Inputs.experiment(context);
        if (!gate.speaksOf(experiment)) {
            return new LabAnswer.Status(404);
        }
        Fields fields = Fields.of(context);
        LabPage page = requested.get().page();
        LabPage.Format format = requested.get().format();
        if (!page.forParticipants()) {
            return open(context, page, experiment, fields, format);
        }
        return gate.recognise(context, experiment, fields)
                .map(caller -> forParticipants(context, page, caller, fields))
                .orElseGet(() ->
                        format == LabPage.Format.HTML ? Entrance.toTheEntrance(experiment) : new LabAnswer.Status(403));
    }

    /** Recruited workers come in like everybody else: by the experiment's own page, which says what to do. */
    private LabAnswer open(
            Context context, LabPage page, ExperimentId experiment, Fields fields, LabPage.Format format) {
        return switch (page) {
            case DOAUTOADD -> entrance.register(context, experiment, fields);
            case MTURK, MTURKPREVIEW -> Entrance.toTheEntrance(experiment);
            default -> entrance.logIn(context, experiment, fields, format);
        };
    }

    private LabAnswer forParticipants(Context context, LabPage page, Caller caller, Fields fields) {
        return switch (page) {
            case DOCHECKROUND -> rounds.check(caller);
            case DOLOADEXPR -> rounds.load(context, caller);
            case DOPLAY -> rounds.play(caller, fields);
            case DOINSTR -> rounds.showInstructions(context, caller, fields);
            case DOLOADQUESTIONS -> questions.load(caller);
            case DOANSWER -> questions.judgeBuiltIn(caller, fields);
            case DOANSWERCUSTOM -> questions.judgeOwn(caller, fields);
            case DOLOGOUT -> entrance.logOut(context, caller.experiment(), fields);
            case INDEX -> Entrance.home(caller.experiment());
            case MTURKFINISH -> rounds.finish(caller);
            case DOAUTOADD, DOLOGIN, MTURK, MTURKPREVIEW ->
                throw new IllegalArgumentException(page + " needs no log-in");
        };
    }

    private static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID_INPUT, CONFIGURATION -> 400;
            case UNAUTHENTICATED, FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case PLUGIN, INTERNAL -> FIRST_SERVER_ERROR;
        };
    }
}
