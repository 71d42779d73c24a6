package org.aepsych.web.admin.game;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.admin.head.ExperimentHead;
import org.aepsych.web.chart.Plot;

/**
 * What was played in a game experiment, and what theory predicts.
 *
 * @param head what all its pages begin with
 * @param games one after the other
 */
public record ChartsPage(ExperimentHead head, List<OneGame> games) {
    /** Copies the list. */
    public ChartsPage {
        games = List.copyOf(games);
    }

    /**
     * A game.
     *
     * @param id for anchors
     * @param name what it is called
     * @param matrix its payoffs
     * @param theory its equilibria
     * @param plots charts over rounds
     * @param field the dynamics, of games of two by two
     */
    public record OneGame(
            String id, String name, MonitorPage.Matrix matrix, Theory theory, List<Plot> plots, Optional<Plot> field) {
        /** Copies the list. */
        public OneGame {
            plots = List.copyOf(plots);
        }
    }

    /**
     * What theory predicts.
     *
     * @param equilibria a line for each
     * @param remark what else is to be said
     */
    public record Theory(List<Line> equilibria, String remark) {
        /** Copies the list. */
        public Theory {
            equilibria = List.copyOf(equilibria);
        }
    }

    /**
     * An equilibrium.
     *
     * @param rows what row players play
     * @param columns what column players play
     * @param rowPayoff what row players earn
     * @param columnPayoff what column players earn
     */
    public record Line(String rows, String columns, String rowPayoff, String columnPayoff) {}
}
