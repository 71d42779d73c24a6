package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;

/**
 * Payoffs as a file has them: a line for each row, or rows separated by {@code ||}; cells separated by {@code |}; in
 * each cell the row player's payoff, a comma, and the column player's.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param payoffs cells row by row, each as row player's then column player's payoff
 */
record Matrix(int rows, int columns, List<Rational> payoffs) {
    private static final Pattern ROW_END = Pattern.compile("\\|\\||\\R");
    private static final Pattern CELL_END = Pattern.compile("\\|");

    Matrix {
        payoffs = List.copyOf(payoffs);
    }

    /** Tells whether a text is such a matrix, and not plain numbers. */
    static boolean isMatrix(String text) {
        return text.indexOf('|') >= 0 || text.indexOf(',') >= 0;
    }

    /**
     * Reads a matrix.
     *
     * @throws IllegalArgumentException with a sentence naming the row and the cell
     */
    static Matrix parse(String text) {
        List<Rational> payoffs = new ArrayList<>();
        int rows = 0;
        int columns = 0;
        for (String line : ROW_END.split(text, -1)) {
            if (!line.isBlank()) {
                rows++;
                String[] cells = CELL_END.split(line, -1);
                if (rows > 1 && cells.length != columns) {
                    throw new IllegalArgumentException(
                            "row " + rows + " has " + cells.length + " cells, but the rows before have " + columns);
                }
                columns = cells.length;
                for (int cell = 0; cell < columns; cell++) {
                    readCell(rows, cell + 1, cells[cell], payoffs);
                }
            }
        }
        return new Matrix(rows, columns, payoffs);
    }

    private static void readCell(int row, int cell, String text, List<Rational> payoffs) {
        String place = "row " + row + ", cell " + cell + ": ";
        int comma = text.indexOf(',');
        if (comma < 0 || text.indexOf(',', comma + 1) >= 0) {
            throw new IllegalArgumentException(
                    place + "expected two numbers such as 3, 1/2, but found \"" + text.strip() + "\"");
        }
        try {
            payoffs.add(Rational.parse(text.substring(0, comma)));
            payoffs.add(Rational.parse(text.substring(comma + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage(), e);
        }
    }

    /** Writes a game's payoffs, a line for each row. */
    static String write(Game game, String indentation) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < game.rows(); row++) {
            text.append('\n').append(indentation);
            for (int column = 0; column < game.columns(); column++) {
                text.append(column == 0 ? "" : " | ")
                        .append(game.payoff(Role.ROW, row, column))
                        .append(", ")
                        .append(game.payoff(Role.COLUMN, row, column));
            }
        }
        return text.toString();
    }
}
