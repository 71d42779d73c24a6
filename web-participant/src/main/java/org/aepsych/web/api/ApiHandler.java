package org.aepsych.web.api;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.ParticipantLogin;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.Presence;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.view.Registration;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Topic;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Json;

/** Answers programs that take part. */
final class ApiHandler {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final String BEARER = "Bearer ";

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantSessions sessions;
    private final Presence presence;
    private final LiveUpdates live;
    private final Limits limits;
    private final Visitors visitors;
    private final InstantSource clock;
    private final Json json;

    @Inject
    ApiHandler(
            GameExperiments games,
            GameParticipation participation,
            ParticipantSessions sessions,
            Presence presence,
            LiveUpdates live,
            Limits limits,
            Visitors visitors,
            InstantSource clock,
            Json json) {
        this.games = games;
        this.participation = participation;
        this.sessions = sessions;
        this.presence = presence;
        this.live = live;
        this.limits = limits;
        this.visitors = visitors;
        this.clock = clock;
        this.json = json;
    }

    void health(Context context) {
        json.send(context, OK, new Documents.Health("up"));
    }

    void experiments(Context context) {
        json.send(context, OK, games.list().stream().map(ExperimentDocument::of).toList());
    }

    void register(Context context) {
        limits.register(visitors.address(context));
        ExperimentId experiment = Inputs.experiment(context);
        String identifier = Optional.ofNullable(
                        json.read(context, Documents.NewParticipant.class).identifier())
                .orElse("");
        Registration registration = participation.register(experiment, identifier, Optional.empty());
        SecretToken token =
                sessions.open(registration.stream(), registration.participant(), visitors.userAgent(context));
        json.send(
                context,
                CREATED,
                new Documents.Registered(
                        token.text(), registration.participant().value()));
    }

    /** Answers at once, or with {@code wait} and the tag of what is known already, when something has changed. */
    void me(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        ParticipantId participant = bearer(context, experiment);
        Optional<String> known = Optional.ofNullable(context.header("If-None-Match"));
        int wait = known.isPresent() ? waitSeconds(context) : 0;
        Instant until = clock.instant().plusSeconds(wait);
        context.future(() -> news(experiment, participant, known, until).thenAccept(document -> {
            context.header("ETag", document.tag());
            if (known.filter(document.tag()::equals).isPresent()) {
                context.status(NOT_MODIFIED);
            } else {
                context.status(OK).contentType("application/json").result(document.text());
            }
        }));
    }

    /** Adds words of the participant's own to what the lottery will be drawn with. */
    void addWords(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        ParticipantId participant = bearer(context, experiment);
        String words = Optional.ofNullable(
                        json.read(context, Documents.NewWords.class).words())
                .orElse("");
        participation.addWords(experiment, participant, words);
        json.send(context, CREATED, new Documents.WordsKept(words.strip()));
    }

    /** Puts away what the experimenter wrote. */
    void dismiss(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        ParticipantId participant = bearer(context, experiment);
        participation.dismiss(experiment, participant, Inputs.id(context, "note"));
        context.status(NO_CONTENT);
    }

    /** Unfolds what a finished round paid the participant. */
    void payoffs(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        ParticipantId participant = bearer(context, experiment);
        int round = Inputs.pathNumber(context, "round");
        json.send(context, OK, PayoffsDocument.of(participation.explainTo(experiment, participant, round)));
    }

    /** Publishes the lottery, for everybody. */
    void draw(Context context) {
        json.send(context, OK, DrawDocument.of(games.publishedDraw(Inputs.experiment(context))));
    }

    void play(Context context) {
        ExperimentId experiment = Inputs.experiment(context);
        ParticipantId participant = bearer(context, experiment);
        Documents.NewPlay play = json.read(context, Documents.NewPlay.class);
        participation.play(experiment, participant, play.round(), play.game(), play.texts());
        json.send(context, CREATED, new Documents.Played(play.round(), play.game()));
    }

    private CompletableFuture<Tagged> news(
            ExperimentId experiment, ParticipantId participant, Optional<String> known, Instant until) {
        Duration all = Duration.between(clock.instant(), until);
        Duration left = all.compareTo(SIGN_OF_LIFE) > 0 ? SIGN_OF_LIFE : all;
        boolean patient = left.compareTo(Duration.ZERO) > 0;
        // Listening begins before looking, so that nothing is missed between the two.
        CompletableFuture<Void> news = patient
                ? live.news(new Topic.GameExperiment(experiment), left)
                : CompletableFuture.completedFuture(null);
        Tagged now = look(experiment, participant, known);
        if (!patient || known.filter(now.tag()::equals).isEmpty()) {
            news.cancel(false);
            return CompletableFuture.completedFuture(now);
        }
        return news.thenCompose(nothing -> {
            // Whoever waits is there.
            presence.seen(new ParticipantLogin(games.stream(experiment), participant));
            return news(experiment, participant, known, until);
        });
    }

    /** Makes the document only if the participant does not have it. */
    private Tagged look(ExperimentId experiment, ParticipantId participant, Optional<String> known) {
        String tag = tag(participation.glance(experiment, participant).mark());
        return known.filter(tag::equals).isPresent()
                ? new Tagged("", tag)
                : new Tagged(
                        json.write(ParticipantDocument.of(participation.participantView(experiment, participant))),
                        tag);
    }

    private ParticipantId bearer(Context context, ExperimentId experiment) {
        String header = Objects.requireNonNullElse(context.header("Authorization"), "");
        return Optional.of(header)
                .filter(sent -> sent.startsWith(BEARER))
                .flatMap(sent -> SecretToken.parse(sent.substring(BEARER.length())))
                .flatMap(sessions::recognise)
                .filter(login -> login.stream().equals(games.stream(experiment)))
                .map(ParticipantLogin::participant)
                .orElseThrow(() -> {
                    context.header("WWW-Authenticate", "Bearer");
                    return new AepsychException(
                            StandardError.LOGIN_REQUIRED,
                            "Authorization: expected \"Bearer\" and the token of a participant of this experiment.");
                });
    }

    private static int waitSeconds(Context context) {
        String text = Inputs.query(context, "wait");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > LONGEST_WAIT_SECONDS) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "wait: expected 0 to " + LONGEST_WAIT_SECONDS + " seconds, but found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static String tag(String text) {
        return '"'
                + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString()
                + '"';
    }

    /** A document with a tag that changes when it does; without text if it is known already. */
    private record Tagged(String text, String tag) {}
}
