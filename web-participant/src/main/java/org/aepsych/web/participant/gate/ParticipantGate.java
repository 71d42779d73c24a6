package org.aepsych.web.participant.gate;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.account.ParticipantLogin;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.web.language.Languages;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.SessionCookie;
import org.aepsych.web.security.WebSettings;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;

/** Tells who asks. A browser has a session of its own for each experiment. */
public final class ParticipantGate {
    private final GameExperiments games;
    private final ParticipantAccess access;
    private final ParticipantSessions sessions;
    private final FormTokens forms;
    private final SessionCookie cookie;

    @Inject
    ParticipantGate(
            GameExperiments games,
            ParticipantAccess access,
            ParticipantSessions sessions,
            FormTokens forms,
            WebSettings settings) {
        this.games = games;
        this.access = access;
        this.sessions = sessions;
        this.forms = forms;
        this.cookie = SessionCookie.lasting("aepsych_participant", settings, ParticipantSessions.LIFE);
    }

    /** A handler for participants who are logged in. */
    @FunctionalInterface
    public interface ForParticipants {
        /**
         * Answers.
         *
         * @param context the exchange
         * @param visit who asks
         */
        void handle(Context context, Visit visit);
    }

    /**
     * Recognises participants who are logged in to the experiment that the address names.
     *
     * @param context the exchange
     * @return who asks; empty for strangers
     */
    public Optional<Visit> recognise(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        StreamId stream = games.stream(experiment);
        return cookie.read(context)
                .flatMap(token -> sessions.recognise(token)
                        .filter(login -> login.stream().equals(stream))
                        .map(login -> new Visit(experiment, login.participant(), token)));
    }

    /**
     * Notes that a visitor's page is open.
     *
     * @param visit whose
     */
    public void stillThere(Visit visit) {
        Optional<ParticipantLogin> unused = sessions.recognise(visit.session());
    }

    /**
     * Shows something to those who are logged in, and the way in to others.
     *
     * @param context the exchange
     * @param handler answers participants
     */
    public void show(Context context, ForParticipants handler) {
        Optional<Visit> visitor = recognise(context);
        visitor.filter(visit -> Languages.isChosen(context))
                .ifPresent(visit -> reads(context, visit.experiment(), visit.participant()));
        visitor.ifPresentOrElse(visit -> handler.handle(context, visit), () -> toTheEntrance(context));
    }

    /**
     * Lets those change something who are logged in and send a form of ours.
     *
     * @param context the exchange
     * @param handler makes the change and answers
     */
    public void change(Context context, ForParticipants handler) {
        show(context, (exchange, visit) -> {
            forms.check(exchange, visit.session());
            handler.handle(exchange, visit);
        });
    }

    /**
     * Begins a session: sets the cookie and remembers the language.
     *
     * @param context the exchange
     * @param experiment for which the session is good
     * @param session the session's token
     */
    public void letIn(Context context, ExperimentId experiment, SecretToken session) {
        cookie.write(context, Addresses.experiment(experiment), session);
        sessions.recognise(session).ifPresent(login -> reads(context, experiment, login.participant()));
    }

    /** Remembers in which language a participant reads, for mails to them. */
    private void reads(Context context, ExperimentId experiment, ParticipantId participant) {
        access.reads(
                experiment, participant, Languages.texts(context).language().tag());
    }

    /**
     * Ends a session.
     *
     * @param context the exchange
     * @param visit whose
     */
    public void letOut(Context context, Visit visit) {
        sessions.logOut(visit.session());
        cookie.clear(context, Addresses.experiment(visit.experiment()));
    }

    private static void toTheEntrance(Context context) {
        context.redirect(Addresses.experiment(Inputs.experiment(context)), HttpStatus.SEE_OTHER);
    }
}
