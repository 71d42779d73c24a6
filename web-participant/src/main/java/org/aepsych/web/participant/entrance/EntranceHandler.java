package org.aepsych.web.participant.entrance;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.core.account.ParticipantSessions;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.SecretToken;
import org.aepsych.core.adaptive.presented.PresentedExperiments;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.GameSummary;
import org.aepsych.core.game.view.Registration;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.Limits;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Frame;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** How participants come in, come back, and leave. */
final class EntranceHandler {
    private static final int OK = 200;

    private final GameExperiments games;
    private final GameParticipation participation;
    private final PresentedExperiments adaptive;
    private final ParticipantSessions sessions;
    private final Passwords passwords;
    private final ParticipantAccess access;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final Limits limits;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    EntranceHandler(
            GameExperiments games,
            GameParticipation participation,
            PresentedExperiments adaptive,
            ParticipantSessions sessions,
            Passwords passwords,
            ParticipantAccess access,
            ParticipantGate gate,
            FormTokens forms,
            Limits limits,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.participation = participation;
        this.adaptive = adaptive;
        this.sessions = sessions;
        this.passwords = passwords;
        this.access = access;
        this.gate = gate;
        this.forms = forms;
        this.limits = limits;
        this.visitors = visitors;
        this.pages = pages;
    }

    void home(Context context) {
        Texts texts = Languages.texts(context);
        List<HomePage.OpenExperiment> open = new ArrayList<>(games.list().stream()
                .filter(GameSummary::selfRegistration)
                .filter(game -> game.phase() == GamePhase.NEW || game.phase() == GamePhase.STARTED)
                .map(game -> new HomePage.OpenExperiment(
                        name(game, texts),
                        Addresses.experiment(game.id()),
                        state(game, texts),
                        game.clock().running()))
                .toList());
        sessions(texts).forEach(open::add);
        pages.send(
                context,
                OK,
                "participant/home",
                new HomePage(Frame.open(texts.of("home.title"), texts).in(texts, Optional.of("/")), open));
    }

    private Stream<HomePage.OpenExperiment> sessions(Texts texts) {
        return adaptive.list().stream()
                .filter(experiment -> experiment.presentation().listed())
                .map(experiment -> new HomePage.OpenExperiment(
                        experiment.name(), "/s/" + experiment.id(), texts.of("state.open"), true));
    }

    void show(Context context) {
        if (gate.recognise(context).isPresent()) {
            toPlay(context);
        } else {
            send(context, OK, "", Optional.empty(), Optional.empty());
        }
    }

    void join(Context context) {
        Texts texts = Languages.texts(context);
        forms.checkStranger(context);
        if (gate.recognise(context).isPresent()) {
            toPlay(context);
            return;
        }
        limits.register(visitors.address(context));
        String identifier = Inputs.text(context, "identifier");
        String password = passwords.generate();
        try {
            Registration registration =
                    participation.register(Inputs.experiment(context), identifier, Optional.of(password));
            SecretToken session =
                    sessions.open(registration.stream(), registration.participant(), visitors.userAgent(context));
            gate.letIn(context, Inputs.experiment(context), session);
            String address = Addresses.experiment(Inputs.experiment(context));
            pages.send(
                    context,
                    OK,
                    "participant/welcome",
                    new WelcomePage(
                            Frame.open(texts.of("welcome.title"), texts),
                            identifier.strip(),
                            password,
                            address + "/play"));
        } catch (AepsychException e) {
            String reason = switch (e.code().kind()) {
                case INVALID_INPUT -> texts.of("join.identifier.wrong");
                case CONFLICT -> texts.error(e);
                case FORBIDDEN -> texts.of("join.closed");
                default -> throw e;
            };
            send(context, ProblemMapper.status(e.code().kind()), identifier, Optional.of(reason), Optional.empty());
        }
    }

    void logIn(Context context) {
        Texts texts = Languages.texts(context);
        forms.checkStranger(context);
        String identifier = Inputs.text(context, "identifier");
        try {
            SecretToken session = limits.logIn(
                    visitors.address(context),
                    () -> sessions.logIn(
                            games.stream(Inputs.experiment(context)),
                            identifier,
                            Inputs.text(context, "password"),
                            visitors.userAgent(context)));
            gate.letIn(context, Inputs.experiment(context), session);
            toPlay(context);
        } catch (AepsychException e) {
            if (e.code().kind() != ErrorKind.UNAUTHENTICATED) {
                throw e;
            }
            int status = ProblemMapper.status(e.code().kind());
            send(context, status, identifier, Optional.empty(), Optional.of(texts.error(e)));
        }
    }

    void logOut(Context context) {
        gate.change(context, (exchange, visit) -> {
            boolean sure = Inputs.text(exchange, "sure").equals("yes");
            if (!sure && !access.hasPassword(visit.experiment(), visit.participant())) {
                ParticipantFrame frames = new ParticipantFrame(
                        visit.experiment(), forms.forSession(visit.session()), Languages.texts(exchange));
                pages.send(
                        exchange,
                        OK,
                        "participant/leave",
                        new LeavePage(
                                frames.frame(frames.texts().of("page.logout"), ParticipantFrame.Tab.PLAY),
                                Addresses.experiment(visit.experiment()) + "/logout",
                                frames.token(),
                                frames.playAddress()));
                return;
            }
            gate.letOut(exchange, visit);
            exchange.redirect(Addresses.experiment(visit.experiment()), HttpStatus.SEE_OTHER);
        });
    }

    private static void toPlay(Context context) {
        context.redirect(Addresses.experiment(Inputs.experiment(context)) + "/play", HttpStatus.SEE_OTHER);
    }

    private void send(
            Context context, int status, String identifier, Optional<String> joinError, Optional<String> returnError) {
        GameSummary game = games.summary(Inputs.experiment(context));
        Texts texts = Languages.texts(context);
        JoinPage page = new JoinPage(
                Frame.open(name(game, texts), texts).in(texts, Optional.of(Addresses.experiment(game.id()))),
                name(game, texts),
                facts(game, texts),
                Addresses.experiment(game.id()),
                forms.forStranger(context),
                game.selfRegistration() && (game.phase() == GamePhase.NEW || game.phase() == GamePhase.STARTED),
                identifier,
                joinError,
                returnError);
        pages.send(context, status, "participant/join", page);
    }

    private String name(GameSummary game, Texts texts) {
        return games.definition(game.id())
                .in(texts.language().tag())
                .name()
                .orElseGet(() -> game.id().value());
    }

    private static String facts(GameSummary game, Texts texts) {
        int rounds = game.clock().rounds();
        return switch (game.phase()) {
            case NEW -> texts.of("join.facts.new", rounds);
            case STARTED -> texts.of("join.facts.started", rounds);
            case OVER, DRAWN -> texts.of("join.facts.over");
        };
    }

    private static String state(GameSummary game, Texts texts) {
        if (game.phase() == GamePhase.NEW || game.clock().round() < 0) {
            return texts.of("state.soon");
        }
        return texts.of("state.round", game.clock().round() + 1, game.clock().rounds());
    }
}
