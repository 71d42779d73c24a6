package org.aepsych.web.participant.play;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.web.language.Languages;
import org.aepsych.web.live.LiveUpdates;
import org.aepsych.web.live.Topic;
import org.aepsych.web.live.Watcher;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.gate.ParticipantGate;
import org.aepsych.web.participant.gate.Visit;
import org.aepsych.web.participant.rules.DrawProofs;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.security.FormTokens;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** What participants see and do while the experiment runs, and its result. */
final class PlayHandler {
    private static final int OK = 200;
    private static final int NO_GAME = 0;
    private static final String MOVED = "moved";

    private final GameExperiments games;
    private final GameParticipation participation;
    private final ParticipantGate gate;
    private final FormTokens forms;
    private final LiveUpdates live;
    private final DrawProofs proofs;
    private final Pages pages;

    @Inject
    PlayHandler(
            GameExperiments games,
            GameParticipation participation,
            ParticipantGate gate,
            FormTokens forms,
            LiveUpdates live,
            DrawProofs proofs,
            Pages pages) {
        this.games = games;
        this.participation = participation;
        this.gate = gate;
        this.forms = forms;
        this.live = live;
        this.proofs = proofs;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, this::situation);
    }

    void play(Context context) {
        gate.change(context, this::play);
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

    private void situation(Context context, Visit visit) {
        Optional<String> notice = Inputs.query(context, "notice").equals(MOVED)
                ? Optional.of(ParticipantFrame.of(context, visit, forms).texts().of("play.moved"))
                : Optional.empty();
        String version = version(visit);
        ParticipantView view = view(context, visit);
        if (view.mustAnswer()) {
            context.redirect(ParticipantFrame.of(context, visit, forms).questionsAddress(), HttpStatus.SEE_OTHER);
            return;
        }
        PlayPages now = pages(context, visit, view, version, notice);
        Optional<ResultPage> result =
                now.result(view.result().isPresent() ? proofs.of(context, visit, now.texts()) : Optional.empty());
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
        String address = ParticipantFrame.of(context, visit, forms).playAddress();
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
                ParticipantFrame.of(context, visit, forms).with(view.notes()),
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

    private static int wanted(Context context) {
        String game = Inputs.query(context, "game");
        return game.matches("[0-9]{1,9}") ? Integer.parseInt(game) : NO_GAME;
    }
}
