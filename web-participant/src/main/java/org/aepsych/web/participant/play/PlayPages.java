package org.aepsych.web.participant.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aepsych.core.game.definition.Silence;
import org.aepsych.core.game.lottery.Score;
import org.aepsych.core.game.state.Absence;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.GameHistory;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.ParticipantView.SideAverages;
import org.aepsych.core.game.view.Turnout;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.rules.DrawProof;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;
import org.aepsych.web.view.Frame;

/** Decides what a participant is shown now, and composes it. */
final class PlayPages {
    private static final int REFRESH_SECONDS = 4;
    private static final int NEVER = 0;

    private final ParticipantFrame frames;
    private final Standing standing;
    private final Texts texts;
    private final ParticipantView view;
    private final String version;
    private final Supplier<Optional<Turnout>> turnout;
    private final Optional<String> notice;

    PlayPages(
            ParticipantFrame frames,
            ParticipantView view,
            String version,
            Supplier<Optional<Turnout>> turnout,
            Optional<String> notice) {
        this.frames = frames;
        this.texts = frames.texts();
        this.standing = new Standing(view, texts);
        this.view = view;
        this.version = version;
        this.turnout = turnout;
        this.notice = notice.or(this::whileAway);
    }

    /** What happened while the participant was away, told in the round in which they come back. */
    private Optional<String> whileAway() {
        return view.returned()
                .map(away -> texts.of(away.action() == Silence.Action.BOT ? "play.back.bot" : "play.back.skip"));
    }

    Texts texts() {
        return texts;
    }

    /** The game that is asked for, if it can be played now; otherwise the first that can. */
    Optional<OwnGame> game(int wanted) {
        if (!view.playing() || view.clock().paused().isPresent()) {
            return Optional.empty();
        }
        List<OwnGame> open = standing.open();
        return open.stream()
                .filter(game -> game.id() == wanted)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    GamePage game(OwnGame game, WeightForm entered, Optional<String> sumError) {
        List<OwnGame> all = standing.inOrder();
        List<GamePage.Step> steps = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            OwnGame other = all.get(place);
            steps.add(new GamePage.Step(
                    Integer.toString(place + 1),
                    frames.playAddress() + "?game=" + other.id(),
                    other.id() == game.id(),
                    other.played().isPresent()));
        }
        int number = all.indexOf(game) + 1;
        String heading = all.size() == 1 ? texts.of("play.choice") : texts.of("play.game", number, all.size());
        return new GamePage(
                live(heading, "game" + game.id(), NEVER),
                standing.roundOfAll(),
                heading,
                steps,
                new Opponents(game, texts).heads(),
                game.tree().isPresent() ? List.of() : rows(game, entered),
                tree(game).map(pages -> pages.part(entered)),
                past(game),
                standing.countdown(texts.of("play.ends")),
                new GamePage.PlayForm(
                        frames.playAddress(), frames.token(), view.clock().round(), game.id()),
                sumError,
                notice);
    }

    WaitPage waiting() {
        if (!view.enabled()) {
            return wait(texts.of("wait.out"), texts.of("wait.out.text"), "");
        }
        if (view.released()) {
            return wait(texts.of("wait.released"), texts.of(whyReleased()), "");
        }
        if (view.phase() == GamePhase.NEW) {
            return wait(texts.of("wait.start"), texts.of("wait.start.text"), "");
        }
        if (view.clock().paused().isPresent()) {
            return wait(texts.of("wait.paused"), texts.of("wait.paused.text"), "");
        }
        if (view.inLobby()) {
            return standing.over() || view.clock().round() >= view.clock().rounds()
                    ? wait(texts.of("wait.over"), texts.of("wait.over.text"), "")
                    : wait(texts.of("wait.lobby"), texts.of("wait.lobby.text"), texts.of("play.ends"));
        }
        if (view.clock().round() < 0) {
            return wait(texts.of("wait.soon"), texts.of("wait.soon.text"), texts.of("wait.begins"));
        }
        if (view.finished()) {
            return wait(texts.of("wait.done"), texts.of("wait.done.text"), "");
        }
        return view.playing()
                ? wait(texts.of("wait.others"), texts.of("wait.others.text"), texts.of("wait.latest"), turnout.get())
                : wait(texts.of("wait.next"), texts.of("wait.next.text"), texts.of("wait.begins"));
    }

    private String whyReleased() {
        return view.absence().filter(Absence::byHand).isPresent() ? "wait.released.hand" : "wait.released.text";
    }

    Optional<ResultPage> result(Optional<DrawProof> proof) {
        return view.result().map(result -> result(result, proof));
    }

    private ResultPage result(ParticipantView.Result result, Optional<DrawProof> proof) {
        boolean lottery = !view.lottery().isEmpty();
        boolean drawn = view.phase() == GamePhase.DRAWN;
        boolean won = result.win().isPresent();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(texts.of("figure.points"), Amounts.points(view.payoff())));
        if (lottery) {
            figures.add(new Figure(
                    texts.of("figure.tickets"), Long.toString(result.score().tickets())));
            figures.add(new Figure(texts.of("figure.numbers"), range(result.score())));
            figures.add(new Figure(texts.of("figure.tickets.all"), Long.toString(result.total())));
        }
        List<ResultPage.Ticket> tickets = result.winningTickets().stream()
                .map(ticket -> new ResultPage.Ticket(
                        Long.toString(ticket + 1),
                        result.win().filter(win -> win.ticket() == ticket).isPresent()))
                .toList();
        String heading = won ? texts.of("result.won") : texts.of("result.title");
        return new ResultPage(
                live(heading, "result", drawn || !lottery ? NEVER : REFRESH_SECONDS),
                heading,
                outcome(lottery, drawn, won),
                won,
                figures,
                Optional.of(view.lottery()).filter(prize -> lottery),
                tickets,
                history(),
                paid(),
                proof);
    }

    private List<ResultPage.Paid> paid() {
        return view.history().stream()
                .filter(ParticipantView.RoundHistory::mine)
                .map(round -> new ResultPage.Paid(
                        standing.round(round.round()),
                        Amounts.points(round.payoff()),
                        frames.whyAddress(round.round())))
                .toList();
    }

    private String outcome(boolean lottery, boolean drawn, boolean won) {
        if (!lottery) {
            return texts.of("result.thanks");
        }
        if (!drawn) {
            return texts.of("result.undrawn");
        }
        return won ? texts.of("result.win") : texts.of("result.lost");
    }

    private String range(Score score) {
        long first = score.firstTicket() + 1;
        return score.tickets() == 0 ? texts.of("figure.none") : first + "–" + (score.firstTicket() + score.tickets());
    }

    private WaitPage wait(String heading, String message, String countdown) {
        return wait(heading, message, countdown, Optional.empty());
    }

    private WaitPage wait(String heading, String message, String countdown, Optional<Turnout> played) {
        return new WaitPage(
                live(heading, "wait", REFRESH_SECONDS),
                standing.roundOfAll(),
                heading,
                message,
                countdown.isEmpty() ? Optional.empty() : standing.countdown(countdown),
                played,
                standing.figures(),
                history(),
                notice);
    }

    private Frame live(String title, String shown, int refreshSeconds) {
        return frames.frame(title, ParticipantFrame.Tab.PLAY)
                .with(new Frame.Live(
                        frames.eventsAddress() + "?since=" + version, standing.situation(shown), refreshSeconds));
    }

    private Optional<String> history() {
        return view.history().isEmpty() ? Optional.empty() : Optional.of(frames.historyAddress());
    }

    private Optional<GamePage.Past> past(OwnGame game) {
        int last = view.clock().round() - 1;
        if (last < 0 && !view.prior().isEmpty()) {
            ParticipantView.PriorRound earlier = view.prior().get(view.prior().size() - 1);
            return Optional.of(past(game, earlier.games().get(game.id() - 1)));
        }
        return view.history().stream()
                .filter(round -> round.round() == last)
                .flatMap(round -> round.games().stream())
                .filter(played -> played.game() == game.id())
                .map(GameHistory::average)
                .flatMap(Optional::stream)
                .findFirst()
                .map(average -> past(game, average));
    }

    private GamePage.Past past(OwnGame game, SideAverages average) {
        return new GamePage.Past(
                Amounts.shares(average.own(), game.ownOrder(), ActionLabels::own, Amounts::share),
                new Opponents(game, texts).shares(average.others(), Amounts::share),
                average.skipped());
    }

    /** The game move by move, if it is played so. */
    Optional<TreePages> tree(OwnGame game) {
        return view.role().flatMap(role -> game.tree().map(tree -> new TreePages(game, tree, role, texts)));
    }

    /** A form that nobody has filled in. */
    WeightForm blank(OwnGame game) {
        return WeightForm.blank(fields(game));
    }

    int fields(OwnGame game) {
        return view.role().map(role -> TreePages.fields(game, role)).orElse(0);
    }

    private static String others(ParticipantView.Cell cell) {
        return cell.others().stream().map(Amounts::shown).collect(Collectors.joining(", "));
    }

    private static List<GamePage.Row> rows(OwnGame game, WeightForm entered) {
        List<GamePage.Row> rows = new ArrayList<>();
        for (int place = 0; place < game.ownOrder().size(); place++) {
            int action = game.ownOrder().get(place);
            List<ParticipantView.Cell> cells = game.cells().get(action);
            rows.add(new GamePage.Row(
                    ActionLabels.own(place),
                    game.otherOrder().stream()
                            .map(cells::get)
                            .map(cell -> new GamePage.Cell(Amounts.shown(cell.own()), others(cell)))
                            .toList(),
                    WeightForm.field(action),
                    entered.texts().get(action),
                    entered.errors().get(action)));
        }
        return List.copyOf(rows);
    }
}
