package org.aepsych.web.presentation;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.adaptive.presented.PresentedExperiment;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.adaptive.presented.PresentedSessions;
import org.aepsych.core.json.Json;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.SessionCookie;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;

/** Lets participants into adaptive experiments and knows them again. */
final class BrowserSessions {
    /** Each participant has a log of their own, in which they are the only one. */
    private static final ParticipantId ONLY_ONE = new ParticipantId(1);

    private static final String BEARER = "Bearer ";

    private final PresentedExperiments experiments;
    private final PresentedSessions presentations;
    private final ParticipantSessions sessions;
    private final Limits limits;
    private final Visitors visitors;
    private final SessionCookie cookie;

    @Inject
    BrowserSessions(
            PresentedExperiments experiments,
            PresentedSessions presentations,
            ParticipantSessions sessions,
            Limits limits,
            Visitors visitors,
            WebSettings settings) {
        this.experiments = experiments;
        this.presentations = presentations;
        this.sessions = sessions;
        this.limits = limits;
        this.visitors = visitors;
        this.cookie = SessionCookie.lasting("aepsych_session", settings, ParticipantSessions.LIFE);
    }

    static String address(ExperimentId experiment) {
        return Addresses.presentation(experiment);
    }

    /** Returns the experiment that the address names. */
    PresentedExperiment experiment(Context context) {
        return experiments
                .find(Inputs.experiment(context))
                .orElseThrow(() -> new AepsychException(
                        StandardError.EXPERIMENT_NOT_FOUND, "There is no experiment of this name to take part in."));
    }

    /** Knows a browser again by its cookie. */
    Optional<BrowserSession> recognise(Context context) {
        PresentedExperiment experiment = experiment(context);
        return cookie.read(context).flatMap(token -> find(experiment, token));
    }

    /** Knows a program again by the token that it sends. */
    BrowserSession bearer(Context context) {
        PresentedExperiment experiment = experiment(context);
        return Optional.ofNullable(context.header("Authorization"))
                .filter(sent -> sent.startsWith(BEARER))
                .flatMap(sent -> SecretToken.parse(sent.substring(BEARER.length())))
                .flatMap(token -> find(experiment, token))
                .orElseThrow(() -> {
                    context.header("WWW-Authenticate", "Bearer");
                    return new AepsychException(
                            StandardError.LOGIN_REQUIRED,
                            "Authorization: expected \"Bearer\" and the token of a session of this experiment.");
                });
    }

    private Optional<BrowserSession> find(PresentedExperiment experiment, SecretToken token) {
        return sessions.recognise(token)
                .filter(login -> experiments.belongs(login.stream(), experiment.id()))
                .map(login -> new BrowserSession(experiment, login.stream(), token));
    }

    /** Begins a session. */
    BrowserSession join(Context context, Json.Obj facts) {
        PresentedExperiment experiment = experiment(context);
        limits.register(visitors.address(context));
        StreamId stream = experiments.join(experiment.id(), facts).stream();
        return new BrowserSession(experiment, stream, sessions.open(stream, ONLY_ONE, visitors.userAgent(context)));
    }

    /** Tells how far a session is. */
    PresentedSessions.Progress progress(BrowserSession session) {
        return presentations.progress(session.stream());
    }

    void letIn(Context context, BrowserSession session) {
        cookie.write(context, address(session.experiment().id()), session.token());
    }

    void letOut(Context context, BrowserSession session) {
        sessions.logOut(session.token());
        cookie.clear(context, address(session.experiment().id()));
    }
}
