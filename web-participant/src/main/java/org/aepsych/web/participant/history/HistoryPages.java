package org.aepsych.web.participant.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.GameHistory;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.ParticipantView.RoundHistory;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.gate.ParticipantFrame;
import org.aepsych.web.participant.play.Opponents;
import org.aepsych.web.participant.play.Standing;
import org.aepsych.web.participant.play.TreePages;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/** Composes the page of finished rounds. */
final class HistoryPages {
    private static final String NOTHING = "–";

    private final ParticipantView view;
    private final Standing standing;
    private final Texts texts;
    private final ParticipantFrame frames;

    HistoryPages(ParticipantView view, ParticipantFrame frames) {
        this.view = view;
        this.frames = frames;
        this.texts = frames.texts();
        this.standing = new Standing(view, texts);
    }

    HistoryPage page(Optional<RoundExplanation> unfolded) {
        List<RoundHistory> latestFirst = new ArrayList<>(view.history());
        java.util.Collections.reverse(latestFirst);
        List<HistoryPage.Round> rounds = latestFirst.stream()
                .map(round -> new HistoryPage.Round(
                        standing.round(round.round()),
                        Amounts.points(round.payoff()),
                        Amounts.points(round.aggregate()),
                        Long.toString(round.tickets()),
                        frames.whyAddress(round.round())))
                .toList();
        List<HistoryPage.GameTable> games = new ArrayList<>();
        List<OwnGame> inOrder = standing.inOrder();
        for (int place = 0; place < inOrder.size(); place++) {
            String title = inOrder.size() == 1 ? texts.of("history.one") : texts.of("play.game.link", place + 1);
            games.add(table(title, inOrder.get(place), latestFirst));
        }
        return new HistoryPage(
                frames.frame(texts.of("nav.history"), ParticipantFrame.Tab.HISTORY),
                rounds,
                games,
                view.display().history(),
                new HistoryCharts(view, standing, texts).points(),
                unfolded.map(new WhyPages(view, frames)::of));
    }

    private HistoryPage.GameTable table(String title, OwnGame game, List<RoundHistory> rounds) {
        List<HistoryPage.Line> lines = rounds.stream()
                .flatMap(round -> round.games().stream()
                        .filter(played -> played.game() == game.id())
                        .map(played -> line(standing.round(round.round()), game, played)))
                .toList();
        return new HistoryPage.GameTable(
                title,
                Stream.concat(lines.stream(), prior(game).stream()).toList(),
                new HistoryCharts(view, standing, texts).of(game),
                view.role()
                        .flatMap(role -> game.tree().map(tree -> new TreePages(game, tree, role, texts).legend()))
                        .orElse(List.of()));
    }

    /** The rounds of an earlier experiment, which nobody here has played. */
    private List<HistoryPage.Line> prior(OwnGame game) {
        List<HistoryPage.Line> lines = new ArrayList<>();
        for (ParticipantView.PriorRound round : view.prior()) {
            int number = view.prior().size() - lines.size();
            lines.add(
                    0,
                    line(
                            texts.of("history.before", number),
                            game,
                            new GameHistory(
                                    game.id(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(round.games().get(game.id() - 1)))));
        }
        return List.copyOf(lines);
    }

    private HistoryPage.Line line(String round, OwnGame game, GameHistory played) {
        Optional<ParticipantView.SideAverages> average = played.average().filter(sides -> !sides.skipped());
        return new HistoryPage.Line(
                round,
                played.played()
                        .map(mixture ->
                                Amounts.shares(mixture.weights(), game.ownOrder(), ActionLabels::own, Amounts::shown))
                        .orElse(NOTHING),
                average.map(sides -> Amounts.shares(sides.own(), game.ownOrder(), ActionLabels::own, Amounts::share))
                        .orElse(NOTHING),
                average.map(sides -> new Opponents(game, texts).shares(sides.others(), Amounts::share))
                        .orElse(NOTHING),
                average.map(sides -> Amounts.shares(
                                game.pure(sides.others()), game.ownOrder(), ActionLabels::own, Amounts::points))
                        .orElse(NOTHING),
                played.payoff().map(Amounts::points).orElse(NOTHING));
    }
}
