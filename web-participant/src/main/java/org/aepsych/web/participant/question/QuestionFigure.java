package org.aepsych.web.participant.question;

import java.util.List;
import org.aepsych.web.participant.play.GamePage;

/**
 * What a question shows: a small game, or what each row would have earned in past rounds.
 *
 * @param kind which of the two
 * @param columns labels of a game's columns
 * @param rows of the game
 * @param curves of the chart
 */
public record QuestionFigure(Kind kind, List<String> columns, List<Row> rows, List<Curve> curves) {
    /** Copies the lists. */
    public QuestionFigure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        curves = List.copyOf(curves);
    }

    /** What is shown. */
    public enum Kind {
        /** A table of payoffs. */
        GAME,
        /** Curves over rounds. */
        CHART
    }

    /**
     * A row of the game.
     *
     * @param label its letter
     * @param cells own and other payoff
     */
    public record Row(String label, List<GamePage.Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A curve of the chart.
     *
     * @param label the row that it is about
     * @param points coordinates as SVG wants them
     * @param dashes pattern of its line as SVG wants it, so that curves differ without colour
     * @param endX where its label stands
     * @param endY where its label stands
     * @param values the same in words
     */
    public record Curve(String label, String points, String dashes, int endX, int endY, String values) {}
}
