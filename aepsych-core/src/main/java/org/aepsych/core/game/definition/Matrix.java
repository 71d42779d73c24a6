package org.aepsych.core.game.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aepsych.api.game.Game;
import org.aepsych.api.number.Rational;

/**
 * Payoffs as a file has them: a line for each row, or rows separated by {@code ||}; cells separated by {@code |}; in
 * each cell the payoff of every role, separated by commas. With more than two roles, a line has the cells of the last
 * role's actions, and the lines go through the combinations of the other roles' actions, the first role's slowest.
 *
 * @param actions number of actions of each role
 * @param payoffs cell by cell, in each the payoffs by role
 */
record Matrix(List<Integer> actions, List<Rational> payoffs) {
    private static final Pattern ROW_END = Pattern.compile("\\|\\||\\R");
    private static final Pattern CELL_END = Pattern.compile("\\|");
    private static final int TWO = 2;

    Matrix {
        actions = List.copyOf(actions);
        payoffs = List.copyOf(payoffs);
    }

    /** Tells whether a text is such a matrix, and not plain numbers. */
    static boolean isMatrix(String text) {
        return text.indexOf('|') >= 0 || text.indexOf(',') >= 0;
    }

    /**
     * Reads the matrix of a game of two.
     *
     * @throws IllegalArgumentException with a sentence naming the row and the cell
     */
    static Matrix parse(String text) {
        List<Rational> payoffs = new ArrayList<>();
        int columns = read(text, TWO, payoffs);
        int rows = payoffs.size() / TWO / columns;
        return new Matrix(List.of(rows, columns), payoffs);
    }

    /**
     * Reads the cells of a game of any number of roles.
     *
     * @param actions number of actions of each role
     * @throws IllegalArgumentException with a sentence saying what does not fit
     */
    static Matrix parse(String text, List<Integer> actions) {
        List<Rational> payoffs = new ArrayList<>();
        int cells = read(text, actions.size(), payoffs);
        int last = actions.get(actions.size() - 1);
        int lines = payoffs.size() / actions.size() / cells;
        long expected = product(actions) / last;
        if (cells != last || lines != expected) {
            throw new IllegalArgumentException("expected " + expected + " lines of " + last + " cells for the actions "
                    + actions + ", but found " + lines + " of " + cells);
        }
        return new Matrix(actions, payoffs);
    }

    static long product(List<Integer> actions) {
        return actions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Reads all cells and returns how many stand in each line. */
    private static int read(String text, int roles, List<Rational> payoffs) {
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
                    readCell("row " + rows + ", cell " + (cell + 1) + ": ", cells[cell], roles, payoffs);
                }
            }
        }
        return columns;
    }

    private static void readCell(String place, String text, int roles, List<Rational> payoffs) {
        String[] numbers = text.split(",", -1);
        if (numbers.length != roles) {
            String wanted = roles == TWO ? "two numbers such as 3, 1/2" : roles + " numbers, one for each role";
            throw new IllegalArgumentException(place + "expected " + wanted + ", but found \"" + text.strip() + "\"");
        }
        try {
            for (String number : numbers) {
                payoffs.add(Rational.parse(number));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage(), e);
        }
    }

    /** Writes a game's payoffs, a line for each combination of actions of all roles but the last. */
    static String write(Game game, String indentation) {
        int roles = game.roles();
        int last = game.actions().get(roles - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < game.payoffs().size(); i++) {
            boolean cellBegins = i % roles == 0;
            boolean lineBegins = i % (roles * last) == 0;
            text.append(lineBegins ? "\n" + indentation : cellBegins ? " | " : ", ")
                    .append(game.payoffs().get(i));
        }
        return text.toString();
    }
}
