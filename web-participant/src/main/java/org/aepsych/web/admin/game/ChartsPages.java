package org.aepsych.web.admin.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.equilibrium.BestReplies;
import org.aepsych.core.game.equilibrium.Equilibria;
import org.aepsych.core.game.view.GameAdminView;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/** Composes the charts of a game experiment. */
final class ChartsPages {
    private ChartsPages() {}

    static ChartsPage of(ExperimentHead head, GameAdminView view) {
        return new ChartsPage(
                head,
                view.definition().games().stream()
                        .filter(game -> game.roles() == 2)
                        .map(game -> game(game, view))
                        .toList());
    }

    private static ChartsPage.OneGame game(Game game, GameAdminView view) {
        Optional<Equilibria> equilibria = Equilibria.of(game);
        GameCharts charts = new GameCharts(game, view.rounds(), equilibria);
        List<Plot> plots = new ArrayList<>();
        if (!view.rounds().isEmpty()) {
            plots.add(charts.mixtures(Role.ROW));
            plots.add(charts.mixtures(Role.COLUMN));
            plots.add(charts.payoffs());
        }
        return new ChartsPage.OneGame(
                "game-" + game.id(), game.name(), matrix(game), theory(equilibria), plots, charts.field());
    }

    /** A game's payoffs, each player's best replies marked. */
    static MonitorPage.Matrix matrix(Game game) {
        List<MonitorPage.MatrixRow> rows = IntStream.range(0, game.rows())
                .mapToObj(row -> new MonitorPage.MatrixRow(
                        ActionLabels.own(row),
                        IntStream.range(0, game.columns())
                                .mapToObj(column -> new MonitorPage.Cell(
                                        Amounts.shown(game.payoff(Role.ROW, row, column)),
                                        Amounts.shown(game.payoff(Role.COLUMN, row, column)),
                                        BestReplies.isBest(game, Role.ROW, row, column),
                                        BestReplies.isBest(game, Role.COLUMN, row, column)))
                                .toList()))
                .toList();
        return new MonitorPage.Matrix(
                game.name(),
                IntStream.range(0, game.columns()).mapToObj(ActionLabels::other).toList(),
                rows);
    }

    private static ChartsPage.Theory theory(Optional<Equilibria> found) {
        if (found.isEmpty()) {
            return new ChartsPage.Theory(
                    List.of(), "This game has so many actions that its equilibria are not computed here.");
        }
        Equilibria equilibria = found.orElseThrow();
        List<ChartsPage.Line> lines = equilibria.extreme().stream()
                .map(one -> new ChartsPage.Line(
                        GameCharts.shares(one.row().weights(), Role.ROW),
                        GameCharts.shares(one.column().weights(), Role.COLUMN),
                        Amounts.shown(one.rowPayoff()),
                        Amounts.shown(one.columnPayoff())))
                .toList();
        return new ChartsPage.Theory(lines, remark(equilibria));
    }

    private static String remark(Equilibria equilibria) {
        if (!equilibria.degenerate()) {
            return "These are all Nash equilibria, computed exactly.";
        }
        long many = equilibria.components().stream()
                .filter(component -> !component.single())
                .count();
        return many == 0
                ? "The game is degenerate, but these are all its Nash equilibria, computed exactly."
                : "The game is degenerate: it has infinitely many Nash equilibria. These are the extreme ones; all others"
                        + " are averages of those that share "
                        + (many == 1 ? "a component" : "one of " + many + " components")
                        + ".";
    }
}
