package org.aepsych.web.participant;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.core.game.GameExperiments;
import org.aepsych.core.game.GameParticipation;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.lottery.Commitment;
import org.aepsych.core.game.lottery.DrawMethod;
import org.aepsych.core.game.view.GamePhase;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.web.instructions.Instructions;
import org.aepsych.web.language.Languages;
import org.aepsych.web.language.Texts;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Topic;
import org.aepsych.web.live.Watcher;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.security.Visitors;
import org.aepsych.web.view.Addresses;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What participants see and do while the experiment runs, and its result. */
final class PlayHandler {
    private static final int OK = 200;
    private static final int NO_GAME = 0;
    private static final String MOVED = "moved";
    private static final String ADDED = "added";
    private static final String REFUSED = "refused";
    private static final Logger LOG = LoggerFactory.getLogger(PlayHandler.class);

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final LiveUpdates live;
    private final Visitors visitors;
    private final Pages pages;

    @Inject
    PlayHandler(
            GameExperiments games,
            GameParticipation participation,
            ParticipantGate gate,
            FormTokens forms,
            LiveUpdates live,
            Visitors visitors,
            Pages pages) {
        this.games = games;
        this.participation = participation;
        this.gate = gate;
        this.forms = forms;
        this.live = live;
        this.visitors = visitors;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, this::situation);
    }

    void play(Context context) {
        gate.change(context, this::play);
    }

    void history(Context context) {
        gate.show(context, (exchange, visit) -> {
            ParticipantView view = view(exchange, visit);
            ParticipantFrame frames = frames(exchange, visit).with(view.notes());
            pages.send(
                    exchange,
                    OK,
                    "participant/history",
                    new HistoryPages(view, frames.texts())
                            .page(
                                    frames.frame(frames.texts().of("nav.history"), ParticipantFrame.Tab.HISTORY),
                                    new WhyPages(view, frames.texts(), frames.historyAddress()),
                                    unfolded(exchange, visit, view)));
        });
    }

    /** The round that is asked for, otherwise the last one. */
    private Optional<RoundExplanation> unfolded(Context context, Visit visit, ParticipantView view) {
        int last = view.history().size() - 1;
        String wanted = Inputs.query(context, "round");
        int round = wanted.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(wanted), last) : last;
        return round < 0
                ? Optional.empty()
                : Optional.of(participation.explainTo(visit.experiment(), visit.participant(), round));
    }

    void instructions(Context context) {
        gate.show(context, (exchange, visit) -> {
            ParticipantView view = view(exchange, visit);
            ParticipantFrame frames = frames(exchange, visit).with(view.notes());
            Texts texts = frames.texts();
            GameDefinition definition =
                    games.definition(visit.experiment()).in(texts.language().tag());
            boolean builtIn = definition.display().kind().builtIn();
            InstructionsPage page = new InstructionsPage(
                    frames.frame(texts.of("nav.instructions"), ParticipantFrame.Tab.INSTRUCTIONS),
                    Instructions.of(definition, texts),
                    builtIn ? List.of() : facts(view, texts),
                    proof(exchange, visit, texts),
                    words(exchange, visit, definition));
            pages.send(exchange, OK, "participant/instructions", page);
        });
    }

    void events(SseClient client) {
        gate.recognise(client.ctx())
                .ifPresentOrElse(
                        visit -> live.watch(
                                new Topic.GameExperiment(visit.experiment()),
                                client,
                                Watcher.participant(visit.participant(), () -> gate.stillThere(visit)),
                                Inputs.query(client.ctx(), "since")),
                        client::close);
    }

    /** Takes words that the lottery will be drawn with. */
    void addWords(Context context) {
        gate.change(context, (exchange, visit) -> {
            String notice;
            try {
                participation.addWords(visit.experiment(), visit.participant(), Inputs.text(exchange, "words"));
                notice = ADDED;
            } catch (AepsychException e) {
                LOG.debug("words of {} are not taken: {}", visit.participant(), e.getMessage());
                notice = REFUSED;
            }
            exchange.redirect(
                    frames(exchange, visit).instructionsAddress() + "?notice=" + notice + "#draw",
                    HttpStatus.SEE_OTHER);
        });
    }

    private Optional<DrawProof> proof(Context context, Visit visit, Texts texts) {
        boolean lottery =
                !games.definition(visit.experiment()).prize().lottery().isEmpty();
        String document = visitors.base(context) + Addresses.draw(visit.experiment());
        return lottery
                ? Optional.of(DrawProof.of(games.publishedDraw(visit.experiment()), document, texts))
                : Optional.empty();
    }

    /** Words can be added to a draw that is bound to a secret, until the last round is over. */
    private Optional<InstructionsPage.Words> words(Context context, Visit visit, GameDefinition definition) {
        boolean open = games.summary(visit.experiment()).phase() == GamePhase.STARTED
                && definition.prize().draw() == DrawMethod.COMMITTED;
        ParticipantFrame frames = frames(context, visit);
        Texts texts = frames.texts();
        Optional<String> notice = switch (Inputs.query(context, "notice")) {
            case ADDED -> Optional.of(texts.of("draw.words.added"));
            case REFUSED -> Optional.of(texts.of("draw.words.refused", Commitment.LONGEST_WORDS));
            default -> Optional.empty();
        };
        return open
                ? Optional.of(new InstructionsPage.Words(
                        frames.wordsAddress(), frames.token(), Commitment.LONGEST_WORDS, notice))
                : Optional.empty();
    }

    private void situation(Context context, Visit visit) {
        Optional<String> notice = Inputs.query(context, "notice").equals(MOVED)
                ? Optional.of(frames(context, visit).texts().of("play.moved"))
                : Optional.empty();
        String version = version(visit);
        ParticipantView view = view(context, visit);
        if (view.mustAnswer()) {
            context.redirect(frames(context, visit).questionsAddress(), HttpStatus.SEE_OTHER);
            return;
        }
        PlayPages now = pages(context, visit, view, version, notice);
        Optional<ResultPage> result =
                now.result(view.result().isPresent() ? proof(context, visit, now.texts()) : Optional.empty());
        Optional<OwnGame> game = now.game(wanted(context));
        if (result.isPresent()) {
            pages.send(context, OK, "participant/result", result.orElseThrow());
        } else if (game.isPresent()) {
            OwnGame shown = game.orElseThrow();
            pages.send(context, OK, "participant/game", now.game(shown, now.blank(shown), Optional.empty()));
        } else {
            pages.send(context, OK, "participant/wait", now.waiting());
        }
    }

    private void play(Context context, Visit visit) {
        int round = Inputs.whole(context, "round");
        int wanted = Inputs.whole(context, "game");
        String version = version(visit);
        ParticipantView view = view(context, visit);
        PlayPages now = pages(context, visit, view, version, Optional.empty());
        Optional<OwnGame> game = now.game(wanted)
                .filter(open -> open.id() == wanted && view.clock().round() == round);
        String address = frames(context, visit).playAddress();
        if (game.isEmpty()) {
            // Whoever sends twice, since the line was bad or the button was pressed twice, has played.
            context.redirect(
                    view.hasPlayed(round, wanted) ? address : address + "?notice=" + MOVED, HttpStatus.SEE_OTHER);
            return;
        }
        WeightForm entered = WeightForm.read(context, now.fields(game.orElseThrow()), now.texts());
        Optional<TreePages> tree = now.tree(game.orElseThrow());
        try {
            if (tree.isPresent()) {
                List<List<String>> moves = tree.get().bySet(entered.weights());
                participation.playMoves(visit.experiment(), visit.participant(), round, wanted, moves);
            } else {
                participation.play(visit.experiment(), visit.participant(), round, wanted, entered.weights());
            }
            context.redirect(address, HttpStatus.SEE_OTHER);
        } catch (AepsychException e) {
            if (e.code().kind() == ErrorKind.CONFLICT) {
                boolean played = view(context, visit).hasPlayed(round, wanted);
                context.redirect(played ? address : address + "?notice=" + MOVED, HttpStatus.SEE_OTHER);
            } else if (e.code().kind() == ErrorKind.INVALID_INPUT) {
                Optional<String> sumError = entered.hasErrors()
                        ? Optional.empty()
                        : Optional.of(tree.isPresent() ? now.texts().of("tree.error") : entered.sumError(now.texts()));
                pages.send(
                        context,
                        ProblemMapper.status(e.code().kind()),
                        "participant/game",
                        now.game(game.orElseThrow(), entered, sumError));
            } else {
                throw e;
            }
        }
    }

    private PlayPages pages(
            Context context, Visit visit, ParticipantView view, String version, Optional<String> notice) {
        return new PlayPages(
                frames(context, visit).with(view.notes()),
                view,
                version,
                () -> Optional.of(games.turnout(visit.experiment())),
                notice);
    }

    private String version(Visit visit) {
        return live.version(new Topic.GameExperiment(visit.experiment()), Optional.of(visit.participant()));
    }

    private ParticipantView view(Context context, Visit visit) {
        return participation.participantView(
                visit.experiment(),
                visit.participant(),
                Languages.texts(context).language().tag());
    }

    private ParticipantFrame frames(Context context, Visit visit) {
        return new ParticipantFrame(visit.experiment(), forms.forSession(visit.session()), Languages.texts(context));
    }

    private static int wanted(Context context) {
        String game = Inputs.query(context, "game");
        return game.matches("[0-9]{1,9}") ? Integer.parseInt(game) : NO_GAME;
    }

    private static List<String> facts(ParticipantView view, Texts texts) {
        List<String> facts = new ArrayList<>();
        int rounds = Math.min(view.playRounds(), view.clock().rounds());
        facts.add(rounds == 1 ? texts.of("facts.rounds.one") : texts.of("facts.rounds.many", rounds));
        facts.add(texts.of("facts.row"));
        facts.add(texts.of("facts.earn"));
        facts.add(texts.of("facts.all"));
        if (!view.lottery().isEmpty()) {
            facts.add(texts.of("facts.lottery", view.lottery()));
        }
        return List.copyOf(facts);
    }
}
