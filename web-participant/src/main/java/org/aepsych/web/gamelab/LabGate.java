package org.aepsych.web.gamelab;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Addresses;

/** Tells who asks: by the pair of fields if both were sent, otherwise by the pair of cookies. */
final class LabGate {
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();
    private static final int NOW = 0;
    private static final int TWO = 2;
    private static final String INSTRUCTIONS = "labinstr";
    private static final Pattern COOKIE_END = Pattern.compile(";");

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantSessions sessions;
    private final WebSettings settings;
    private final Map<ExperimentId, Boolean> bimatrices = new ConcurrentHashMap<>();

    @Inject
    LabGate(
            GameExperiments games,
            GameParticipation participation,
            ParticipantSessions sessions,
            WebSettings settings) {
        this.games = games;
        this.participation = participation;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Tells whether gamelab could have had the experiment: its games have two roles. A definition never changes. */
    boolean speaksOf(ExperimentId experiment) {
        return bimatrices.computeIfAbsent(
                experiment, known -> games.definition(known).roles() == TWO);
    }

    /** Returns the participant of this experiment who asks; nobody while they are excluded. */
    Optional<Caller> recognise(Context context, ExperimentId experiment, Fields fields) {
        StreamId stream = games.stream(experiment);
        return sent(context, fields)
                .flatMap(pair -> sessions.recognise(pair.token()))
                .filter(login -> login.stream().equals(stream))
                .filter(login -> participation.enabled(experiment, login.participant()))
                .map(login -> new Caller(experiment, login.participant()));
    }

    void letIn(Context context, ExperimentId experiment, SecretToken token) {
        SessionPair pair = SessionPair.of(token);
        write(context, experiment, SessionPair.COOKIE, Long.toString(pair.sesscookie()), YEAR);
        write(context, experiment, SessionPair.ID, pair.sessid().toString(), YEAR);
    }

    /** Ends the session of the cookies, or else that of the fields, and clears the cookies. */
    void letOut(Context context, ExperimentId experiment, Fields fields) {
        ofCookies(context).or(() -> sent(context, fields)).ifPresent(pair -> sessions.logOut(pair.token()));
        write(context, experiment, SessionPair.COOKIE, "", NOW);
        write(context, experiment, SessionPair.ID, "", NOW);
    }

    /** Tells whether the browser keeps showing the instructions first. */
    boolean instructionsFirst(Context context) {
        return cookie(context, INSTRUCTIONS).filter("0"::equals).isEmpty();
    }

    void instructionsFirst(Context context, ExperimentId experiment, boolean wanted) {
        write(context, experiment, INSTRUCTIONS, wanted ? "1" : "0", YEAR);
    }

    private static Optional<SessionPair> sent(Context context, Fields fields) {
        Optional<String> sessid = fields.text(SessionPair.ID);
        Optional<String> sesscookie = fields.text(SessionPair.COOKIE);
        return sessid.isPresent() && sesscookie.isPresent()
                ? SessionPair.parse(sessid.get(), sesscookie.get())
                : ofCookies(context);
    }

    private static Optional<SessionPair> ofCookies(Context context) {
        return cookie(context, SessionPair.ID)
                .flatMap(sessid ->
                        cookie(context, SessionPair.COOKIE).flatMap(value -> SessionPair.parse(sessid, value)));
    }

    /** Reads a cookie itself, since strict parsers want a blank after each semicolon and gamelab's bot sends none. */
    private static Optional<String> cookie(Context context, String name) {
        String header = Optional.ofNullable(context.header("Cookie")).orElse("");
        return COOKIE_END
                .splitAsStream(header)
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    private void write(Context context, ExperimentId experiment, String name, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(Addresses.experiment(experiment) + "/lab");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.encrypted(context));
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }
}
