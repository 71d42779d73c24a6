package org.aepsych.web.admin.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.payoff.Settlement.GameAverage;
import org.aepsych.core.game.equilibrium.Equilibria;
import org.aepsych.core.game.equilibrium.Equilibrium;
import org.aepsych.core.game.view.GameAdminView.RoundOverview;
import org.aepsych.web.chart.Canvas;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/** Draws what was played in a bimatrix game, and what theory predicts. */
public final class GameCharts {
    private static final int COLOURS = 8;

    /** More mixed equilibria than this would hide the curves that they are compared with. */
    private static final int MOST_LEVELS = 3;

    private final Game game;
    private final List<Played> rounds;
    private final Optional<Equilibria> equilibria;

    /** A round of the game that was not skipped. */
    private record Played(int round, GameAverage average) {}

    /**
     * Charts of a game.
     *
     * @param game of two roles
     * @param rounds what was played
     * @param equilibria of the game, if they are known
     */
    public GameCharts(Game game, List<RoundOverview> rounds, Optional<Equilibria> equilibria) {
        this.game = game;
        this.equilibria = equilibria;
        this.rounds = rounds.stream()
                .flatMap(round -> round.averages().stream()
                        .filter(average -> average.game() == game.id() && !average.skipped())
                        .map(average -> new Played(round.round(), average)))
                .toList();
    }

    static String label(Role role, int action) {
        return role.isRow() ? ActionLabels.own(action) : ActionLabels.other(action);
    }

    /**
     * Draws what one side played on average, round by round, with the weights of the equilibria as levels.
     *
     * @param role the side
     * @return the chart
     */
    public Plot mixtures(Role role) {
        int actions = game.actions(role);
        Canvas canvas = Canvas.wide(roundRange(), Canvas.Range.SHARES);
        List<Double> xs = rounds.stream().map(round -> round.round() + 1.0).toList();
        List<Equilibrium> levels = equilibria.map(Equilibria::extreme).orElse(List.of());
        boolean few = levels.size() <= MOST_LEVELS;
        for (int action = 0; action < actions; action++) {
            int current = action;
            String style = "series-" + action % COLOURS;
            if (few) {
                levels.stream()
                        .map(one -> weights(one, role).get(current).toDouble())
                        .distinct()
                        .forEach(weight -> canvas.level(weight, style));
            }
            List<Double> ys = rounds.stream()
                    .map(round -> round.average()
                            .roles()
                            .get(role.number())
                            .get(current)
                            .toDouble())
                    .toList();
            canvas.line(xs, ys, style);
            if (rounds.size() < 2 * COLOURS) {
                for (int i = 0; i < xs.size(); i++) {
                    canvas.dot(xs.get(i), ys.get(i), 3, style, label(role, action) + " in round " + (i + 1));
                }
            }
            canvas.key(style, "line", label(role, action));
        }
        if (few && !levels.isEmpty()) {
            canvas.key("level", "line", levels.size() == 1 ? "in equilibrium" : "in an equilibrium");
        }
        String side = role.isRow() ? "Row players" : "Column players";
        return canvas.countedPlot(
                side,
                side + ": average weight of each action over " + rounds.size() + " rounds" + last(role),
                "round",
                "average weight",
                table(role));
    }

    private String last(Role role) {
        return rounds.isEmpty()
                ? ""
                : "; in the last one "
                        + shares(rounds.get(rounds.size() - 1).average().roles().get(role.number()), role);
    }

    private Plot.Table table(Role role) {
        List<String> columns = new ArrayList<>(List.of("round"));
        IntStream.range(0, game.actions(role)).forEach(action -> columns.add(label(role, action)));
        List<List<String>> rows = new ArrayList<>();
        for (Played round : rounds) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(round.round() + 1)));
            round.average().roles().get(role.number()).forEach(weight -> row.add(Amounts.share(weight)));
            rows.add(row);
        }
        return new Plot.Table(columns, rows);
    }

    /** What both sides earned on average, round by round. */
    Plot payoffs() {
        List<Double> xs = rounds.stream().map(round -> round.round() + 1.0).toList();
        List<Double> rows = earned(Role.ROW).stream().map(Rational::toDouble).toList();
        List<Double> columns =
                earned(Role.COLUMN).stream().map(Rational::toDouble).toList();
        double least =
                game.payoffs().stream().mapToDouble(Rational::toDouble).min().orElse(0);
        double most =
                game.payoffs().stream().mapToDouble(Rational::toDouble).max().orElse(1);
        Canvas canvas = Canvas.wide(roundRange(), new Canvas.Range(least, most))
                .line(xs, rows, "own-line")
                .line(xs, columns, "other-line")
                .key("own-line", "line", "row players")
                .key("other-line", "line", "column players");
        List<List<String>> table = IntStream.range(0, rounds.size())
                .mapToObj(i -> List.of(
                        Integer.toString(rounds.get(i).round() + 1),
                        Amounts.points(earned(Role.ROW).get(i)),
                        Amounts.points(earned(Role.COLUMN).get(i))))
                .toList();
        return canvas.countedPlot(
                "Payoffs",
                "What row and column players earned on average in each of " + rounds.size() + " rounds",
                "round",
                "average payoff",
                new Plot.Table(List.of("round", "row players", "column players"), table));
    }

    private List<Rational> earned(Role role) {
        return rounds.stream()
                .map(round -> {
                    List<Rational> each = game.payoffs(role, round.average().roles());
                    List<Rational> weights = round.average().roles().get(role.number());
                    return IntStream.range(0, each.size())
                            .mapToObj(action -> each.get(action).times(weights.get(action)))
                            .reduce(Rational.ZERO, Rational::plus);
                })
                .toList();
    }

    /**
     * Draws the replicator dynamics of a game of two by two, the path of the averages, and the equilibria.
     *
     * @return the chart; empty for larger games
     */
    public Optional<Plot> field() {
        if (game.rows() != 2 || game.columns() != 2) {
            return Optional.empty();
        }
        Canvas canvas = Canvas.square(Canvas.Range.SHARES, Canvas.Range.SHARES);
        new ReplicatorField(game).draw(canvas);
        List<Double> xs = path(Role.ROW);
        List<Double> ys = path(Role.COLUMN);
        canvas.line(xs, ys, "path");
        for (int i = 0; i < xs.size(); i++) {
            boolean now = i == xs.size() - 1;
            canvas.dot(
                    xs.get(i),
                    ys.get(i),
                    now ? 5 : 2.5,
                    now ? "now" : "past",
                    "round " + (rounds.get(i).round() + 1));
        }
        equilibria
                .map(Equilibria::extreme)
                .orElse(List.of())
                .forEach(one -> canvas.dot(
                        one.row().weights().get(0).toDouble(),
                        one.column().weights().get(0).toDouble(),
                        7,
                        "equilibrium",
                        "equilibrium: " + shares(one.row().weights(), Role.ROW) + "; "
                                + shares(one.column().weights(), Role.COLUMN)));
        canvas.key("arrow", "line", "where replicators would go").key("equilibrium", "dot", "equilibrium");
        if (!xs.isEmpty()) {
            canvas.key("path", "line", "averages, round by round").key("now", "dot", "last round");
        }
        return Optional.of(canvas.plot(
                "Dynamics",
                "The direction of the replicator dynamics for every pair of mixtures, with "
                        + equilibria.map(all -> all.extreme().size()).orElse(0) + " equilibria and the averages of "
                        + rounds.size() + " rounds",
                "row players: weight of " + ActionLabels.own(0),
                "column players: weight of " + ActionLabels.other(0),
                new Plot.Table(List.of(), List.of())));
    }

    private List<Double> path(Role role) {
        return rounds.stream()
                .map(round -> round.average().roles().get(role.number()).get(0).toDouble())
                .toList();
    }

    private Canvas.Range roundRange() {
        return new Canvas.Range(
                1,
                rounds.isEmpty() ? 2 : Math.max(2, rounds.get(rounds.size() - 1).round() + 1));
    }

    private static List<Rational> weights(Equilibrium one, Role role) {
        return role.isRow() ? one.row().weights() : one.column().weights();
    }

    static String shares(List<Rational> weights, Role role) {
        List<Integer> played = IntStream.range(0, weights.size())
                .filter(action -> weights.get(action).signum() > 0)
                .boxed()
                .toList();
        List<Rational> kept = played.stream().map(weights::get).toList();
        List<Integer> order = IntStream.range(0, played.size()).boxed().toList();
        return Amounts.shares(kept, order, place -> label(role, played.get(place)), Amounts::shown);
    }
}
