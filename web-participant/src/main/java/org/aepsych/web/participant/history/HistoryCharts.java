package org.aepsych.web.participant.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.GameHistory;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.ParticipantView.RoundHistory;
import org.aepsych.web.chart.Canvas;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.language.Texts;
import org.aepsych.web.participant.play.Opponents;
import org.aepsych.web.participant.play.Standing;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/**
 * Draws a participant's finished rounds. The same numbers stand in the tables of the page.
 *
 * @param view what the participant may see
 * @param standing names the rounds
 * @param texts in the participant's language
 */
record HistoryCharts(ParticipantView view, Standing standing, Texts texts) {
    private static final int COLOURS = 8;

    /** What was earned, added up; nothing before the second round. */
    List<Plot> points() {
        List<RoundHistory> rounds = view.history();
        if (rounds.size() < 2) {
            return List.of();
        }
        List<Double> xs = rounds.stream().map(round -> number(round.round())).toList();
        List<Double> ys =
                rounds.stream().map(round -> round.aggregate().toDouble()).toList();
        double least = Math.min(0, ys.stream().mapToDouble(y -> y).min().orElse(0));
        double most = Math.max(least + 1, ys.stream().mapToDouble(y -> y).max().orElse(1));
        Canvas canvas = Canvas.wide(range(xs), new Canvas.Range(least, most)).line(xs, ys, "own-line");
        for (int i = 0; i < xs.size(); i++) {
            canvas.dot(
                    xs.get(i),
                    ys.get(i),
                    3,
                    "series-0",
                    Amounts.points(rounds.get(i).aggregate()));
        }
        List<String> numbers =
                rounds.stream().map(round -> Amounts.points(round.aggregate())).toList();
        return List.of(finished(canvas, texts.of("history.chart.points"), String.join(", ", numbers)));
    }

    /** One's own weights in a game, and the average ones of the other side, if they may be seen. */
    List<Plot> of(OwnGame game) {
        List<Plot> plots = new ArrayList<>();
        mixtures(
                        game,
                        game.ownOrder(),
                        ActionLabels::own,
                        texts.of("history.chart.mixture"),
                        played -> played.played().map(Mixture::weights))
                .ifPresent(plots::add);
        for (int i = 0; view.display().history() && i < game.otherOrders().size(); i++) {
            int opponent = i;
            String title = game.otherOrders().size() == 1
                    ? texts.of("history.chart.others")
                    : texts.of("history.chart.other", new Opponents(game, texts).name(i));
            mixtures(
                            game,
                            game.otherOrders().get(i),
                            ActionLabels::other,
                            title,
                            played -> played.average()
                                    .filter(sides -> !sides.skipped())
                                    .map(sides -> sides.others().get(opponent)))
                    .ifPresent(plots::add);
        }
        return List.copyOf(plots);
    }

    private Optional<Plot> mixtures(
            OwnGame game,
            List<Integer> order,
            IntFunction<String> label,
            String title,
            Function<GameHistory, Optional<List<Rational>>> weightsOf) {
        List<Double> xs = new ArrayList<>();
        List<List<Rational>> weights = new ArrayList<>();
        for (RoundHistory round : view.history()) {
            round.games().stream()
                    .filter(played -> played.game() == game.id())
                    .flatMap(played -> weightsOf.apply(played).stream())
                    .findFirst()
                    .ifPresent(found -> {
                        xs.add(number(round.round()));
                        weights.add(found);
                    });
        }
        if (xs.size() < 2) {
            return Optional.empty();
        }
        Canvas canvas = Canvas.wide(range(xs), Canvas.Range.SHARES);
        List<String> described = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            int action = order.get(place);
            String style = "series-" + place % COLOURS;
            List<Double> ys =
                    weights.stream().map(all -> all.get(action).toDouble()).toList();
            canvas.line(xs, ys, style).key(style, "line", label.apply(place));
            for (int i = 0; i < xs.size(); i++) {
                canvas.dot(xs.get(i), ys.get(i), 3, style, label.apply(place));
            }
            List<String> numbers =
                    weights.stream().map(all -> Amounts.share(all.get(action))).toList();
            described.add(label.apply(place) + ": " + String.join(", ", numbers));
        }
        return Optional.of(finished(canvas, title, String.join("; ", described)));
    }

    private Plot finished(Canvas canvas, String title, String numbers) {
        return canvas.countedPlot(
                title,
                texts.of("history.chart.text", numbers),
                texts.of("history.round"),
                "",
                new Plot.Table(List.of(), List.of()));
    }

    private double number(int round) {
        return Double.parseDouble(standing.round(round));
    }

    private static Canvas.Range range(List<Double> xs) {
        return new Canvas.Range(xs.get(0), xs.get(xs.size() - 1));
    }
}
