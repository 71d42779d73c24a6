package org.aepsych.web.presentation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.adaptive.presented.GivenAnswer;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.json.Json;
import org.aepsych.core.json.JsonReader;
import org.aepsych.core.json.PythonText;
import org.aepsych.web.security.Access;

/**
 * For pages of one's own, such as jsPsych timelines, wherever they are served: join, ask, answer, as JSON. A token that
 * is told at joining identifies the session, so these answers may be read by pages of other servers.
 */
final class PageApiHandler {
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final String BASE = "/api/sessions/{experiment}";

    private final PresentedSessions presented;
    private final BrowserSessions sessions;

    @Inject
    PageApiHandler(PresentedSessions presented, BrowserSessions sessions) {
        this.presented = presented;
        this.sessions = sessions;
    }

    void addTo(RoutesConfig routes) {
        routes.post(BASE, this::join, Access.EVERYBODY);
        routes.post(BASE + "/next", this::next, Access.PARTICIPANT);
        routes.post(BASE + "/answer", this::answer, Access.PARTICIPANT);
        routes.options(BASE, PageApiHandler::allow, Access.EVERYBODY);
        routes.options(BASE + "/next", PageApiHandler::allow, Access.EVERYBODY);
        routes.options(BASE + "/answer", PageApiHandler::allow, Access.EVERYBODY);
    }

    private static void allow(Context context) {
        shared(context);
        context.header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .header("Access-Control-Max-Age", "600")
                .status(NO_CONTENT);
    }

    private static void shared(Context context) {
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private void join(Context context) {
        shared(context);
        Json.Obj body = body(context);
        Json.Obj facts = Json.Obj.empty().with("page", Json.of(true));
        for (String name : new String[] {"participant", "language", "consent"}) {
            if (body.find(name).orElse(new Json.Null()) instanceof Json.Text text) {
                facts = facts.with(name, text);
            }
        }
        BrowserSession session = sessions.join(context, facts);
        Json.Obj answer = Json.Obj.empty()
                .with("token", Json.of(session.token().text()))
                .with("next", TrialDocument.of(presented.next(session.stream())));
        TrialHandler.send(context, answer);
        context.status(CREATED);
    }

    private void next(Context context) {
        shared(context);
        TrialHandler.send(context, TrialDocument.of(presented.next(sessions.bearer(context).stream())));
    }

    private void answer(Context context) {
        shared(context);
        BrowserSession session = sessions.bearer(context);
        Json.Obj body = body(context);
        Map<String, Json> measured = new LinkedHashMap<>(body.members());
        measured.keySet().removeAll(java.util.Set.of("trial", "answer", "response_time"));
        GivenAnswer answer = new GivenAnswer(
                (int) number(body, "trial"),
                body.find("answer")
                        .map(json -> json instanceof Json.Text text ? text.value() : PythonText.str(json))
                        .orElseThrow(() -> invalid("answer", "nothing")),
                body.find("response_time").isPresent() ? number(body, "response_time") : 0,
                new Json.Obj(measured));
        PresentedSessions.Answered answered = presented.answer(session.stream(), answer);
        TrialHandler.send(context, TrialDocument.answered(answered.correct(), answered.next()));
    }

    private static Json.Obj body(Context context) {
        String text = context.body();
        try {
            if (text.isBlank()) {
                return Json.Obj.empty();
            }
            if (new JsonReader().read(text) instanceof Json.Obj object) {
                return object;
            }
        } catch (IllegalArgumentException e) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "body: expected a JSON object: " + e.getMessage(), e);
        }
        throw invalid("body", text.substring(0, Math.min(text.length(), 40)));
    }

    private static double number(Json.Obj body, String name) {
        Json json = body.find(name).orElseThrow(() -> invalid(name, "nothing"));
        double number = json instanceof Json.Whole whole
                ? whole.value().doubleValue()
                : json instanceof Json.Real real ? real.value() : Double.NaN;
        if (!Double.isFinite(number) || number < 0) {
            throw invalid(name, json.text());
        }
        return number;
    }

    private static AepsychException invalid(String name, String found) {
        return new AepsychException(
                StandardError.INPUT_INVALID,
                name + ": expected " + (name.equals("body") ? "a JSON object" : "a value") + ", but found " + found);
    }
}
