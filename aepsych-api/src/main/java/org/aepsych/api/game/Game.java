package org.aepsych.api.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.number.Rational;
import org.aepsych.api.number.RationalSum;

/**
 * A finite game in strategic form. With two roles it is a bimatrix game.
 *
 * @param id from 1, unique within the experiment
 * @param name shown to administrators
 * @param actions number of actions of each role, by role, each from 1; at least two roles
 * @param payoffs for every combination of actions, in the order of the first role's action, then the second's and so on,
 *     the payoff of each role; of a bimatrix, cells row by row
 */
public record Game(int id, String name, List<Integer> actions, List<Rational> payoffs) {
    private static final int FEWEST_ROLES = 2;

    /** Copies the lists and checks the shape. */
    public Game {
        actions = List.copyOf(actions);
        payoffs = List.copyOf(payoffs);
        if (id < 1 || actions.size() < FEWEST_ROLES || actions.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "a game has an id from 1, at least two roles, and actions from 1 for each: " + actions);
        }
        long expected = actions.size();
        for (int count : actions) {
            expected = Math.multiplyExact(expected, (long) count);
        }
        if (payoffs.size() != expected) {
            throw new IllegalArgumentException("game " + name + ": expected " + expected + " payoffs for "
                    + actions.stream().map(String::valueOf).collect(Collectors.joining(" × "))
                    + " cells, but found " + payoffs.size());
        }
    }

    /**
     * A bimatrix game.
     *
     * @param id from 1
     * @param name shown to administrators
     * @param rows number of actions of the row player, from 1
     * @param columns number of actions of the column player, from 1
     * @param payoffs cells row by row, each as row player's then column player's payoff: {@code 2 · rows · columns}
     *     numbers
     */
    public Game(int id, String name, int rows, int columns, List<Rational> payoffs) {
        this(id, name, List.of(rows, columns), payoffs);
    }

    /**
     * Returns how many roles there are.
     *
     * @return from 2
     */
    public int roles() {
        return actions.size();
    }

    /**
     * Returns how many actions a role has.
     *
     * @param role whose
     * @return from 1
     */
    public int actions(Role role) {
        return actions.get(role.number());
    }

    /**
     * Returns how many actions the row player has.
     *
     * @return those of the first role
     */
    public int rows() {
        return actions.get(0);
    }

    /**
     * Returns how many actions the column player has.
     *
     * @return those of the second role
     */
    public int columns() {
        return actions.get(1);
    }

    /**
     * Returns a payoff.
     *
     * @param role whose payoff
     * @param profile 0-based action of each role, by role
     * @return exact
     */
    public Rational payoff(Role role, int... profile) {
        if (profile.length != roles()) {
            throw new IllegalArgumentException(profile.length + " actions for " + roles() + " roles");
        }
        int cell = 0;
        for (int i = 0; i < profile.length; i++) {
            cell = cell * actions.get(i) + profile[i];
        }
        return payoffs.get(roles() * cell + role.number());
    }

    /**
     * Returns what each action of a role pays on average when every other role draws an action by itself.
     *
     * @param role whose actions
     * @param mixtures a weight for each action, by role; those of {@code role} itself are not looked at
     * @return the expected payoff of each action, exact
     */
    public List<Rational> payoffs(Role role, List<List<Rational>> mixtures) {
        List<RationalSum> sums = new ArrayList<>();
        for (int action = 0; action < actions(role); action++) {
            sums.add(new RationalSum());
        }
        add(role, mixtures, sums, 0, 0, 0, Rational.ONE);
        return sums.stream().map(RationalSum::value).toList();
    }

    /** Walks through the combinations of actions, and past those that nobody plays. */
    private void add(
            Role role,
            List<List<Rational>> mixtures,
            List<RationalSum> sums,
            int depth,
            int cell,
            int own,
            Rational weight) {
        if (depth == roles()) {
            sums.get(own).add(weight.times(payoffs.get(roles() * cell + role.number())));
            return;
        }
        boolean mine = depth == role.number();
        for (int action = 0; action < actions.get(depth); action++) {
            int next = cell * actions.get(depth) + action;
            if (mine) {
                add(role, mixtures, sums, depth + 1, next, action, weight);
            } else if (mixtures.get(depth).get(action).signum() != 0) {
                Rational drawn = weight.times(mixtures.get(depth).get(action));
                add(role, mixtures, sums, depth + 1, next, own, drawn);
            }
        }
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
