package org.aepsych.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.number.Rational;

/**
 * A bimatrix game.
 *
 * @param id from 1, unique within the experiment
 * @param name shown to administrators
 * @param rows number of actions of the row player, from 1
 * @param columns number of actions of the column player, from 1
 * @param payoffs cells row by row, each as row player's then column player's payoff: {@code 2 · rows · columns} numbers
 */
public record Game(int id, String name, int rows, int columns, List<Rational> payoffs) {
    /** Copies the payoffs and checks the shape. */
    public Game {
        payoffs = List.copyOf(payoffs);
        if (id < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a game has an id, rows and columns from 1");
        }
        long expected = 2L * rows * columns;
        if (payoffs.size() != expected) {
            throw new IllegalArgumentException("game " + name + ": expected " + expected + " payoffs for " + rows
                    + " × " + columns + " cells, but found " + payoffs.size());
        }
    }

    /**
     * Returns how many actions a role has.
     *
     * @param role whose
     * @return rows or columns
     */
    public int actions(Role role) {
        return role == Role.ROW ? rows : columns;
    }

    /**
     * Returns a payoff.
     *
     * @param role whose payoff
     * @param row 0-based action of the row player
     * @param column 0-based action of the column player
     * @return exact
     */
    public Rational payoff(Role role, int row, int column) {
        return payoffs.get(2 * (row * columns + column) + role.number());
    }

    /**
     * Returns the payoffs as databases keep them.
     *
     * @return numbers separated by blanks
     */
    public String payoffText() {
        return payoffs.stream().map(Rational::toString).collect(Collectors.joining(" "));
    }

    /**
     * Reads payoffs as databases and files have them.
     *
     * @param text numbers separated by white space
     * @return the numbers
     * @throws IllegalArgumentException if one of them is not a number
     */
    public static List<Rational> parsePayoffs(String text) {
        List<Rational> numbers = new ArrayList<>();
        for (String word : text.trim().split("\\s+", -1)) {
            numbers.add(Rational.parse(word));
        }
        return List.copyOf(numbers);
    }
}
