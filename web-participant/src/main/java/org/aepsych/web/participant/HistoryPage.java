package org.aepsych.web.participant;

import java.util.List;
import org.aepsych.web.view.Frame;

/**
 * The finished rounds.
 *
 * @param frame around it
 * @param rounds the earnings of each round, latest first
 * @param games what was played in each game
 * @param averages whether the averages are shown
 */
public record HistoryPage(Frame frame, List<Round> rounds, List<GameTable> games, boolean averages) {
    /** Copies the lists. */
    public HistoryPage {
        rounds = List.copyOf(rounds);
        games = List.copyOf(games);
    }

    /**
     * A finished round.
     *
     * @param label its number
     * @param payoff earned in it
     * @param aggregate earned up to it
     * @param tickets that, rounded up
     */
    public record Round(String label, String payoff, String aggregate, String tickets) {}

    /**
     * A game through the rounds.
     *
     * @param title which game
     * @param lines latest round first
     */
    public record GameTable(String title, List<Line> lines) {
        /** Copies the list. */
        public GameTable {
            lines = List.copyOf(lines);
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
