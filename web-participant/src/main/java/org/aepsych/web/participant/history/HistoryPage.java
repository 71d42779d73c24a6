package org.aepsych.web.participant.history;

import java.util.List;
import java.util.Optional;
import org.aepsych.web.chart.Plot;
import org.aepsych.web.view.Frame;

/**
 * The finished rounds.
 *
 * @param frame around it
 * @param rounds the earnings of each round, latest first
 * @param games what was played in each game
 * @param averages whether the averages are shown
 * @param points the chart of what was earned, if there is something to draw
 * @param why the round that is unfolded; empty before the first round is over
 */
public record HistoryPage(
        Frame frame,
        List<Round> rounds,
        List<GameTable> games,
        boolean averages,
        List<Plot> points,
        Optional<Why> why) {
    /** Copies the lists. */
    public HistoryPage {
        rounds = List.copyOf(rounds);
        games = List.copyOf(games);
        points = List.copyOf(points);
    }

    /**
     * A finished round.
     *
     * @param label its number
     * @param payoff earned in it
     * @param aggregate earned up to it
     * @param tickets that, rounded up
     * @param why where the amount is unfolded
     */
    public record Round(String label, String payoff, String aggregate, String tickets, String why) {}

    /**
     * A game through the rounds.
     *
     * @param title which game
     * @param lines latest round first
     * @param charts its rounds as curves
     * @param legend what one's own letters stand for; none if they are rows of a matrix
     */
    public record GameTable(String title, List<Line> lines, List<Plot> charts, List<String> legend) {
        /** Copies the lists. */
        public GameTable {
            lines = List.copyOf(lines);
            charts = List.copyOf(charts);
            legend = List.copyOf(legend);
        }
    }

    /**
     * A game in a round.
     *
     * @param round its number
     * @param played one's own weights
     * @param ownAverage average of one's own side
     * @param otherAverage average of the opponents
     * @param pure what each row alone would have earned
     * @param payoff what it earned
     */
    public record Line(
            String round, String played, String ownAverage, String otherAverage, String pure, String payoff) {}
}
