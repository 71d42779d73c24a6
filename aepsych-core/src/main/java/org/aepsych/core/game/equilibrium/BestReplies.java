package org.aepsych.core.game.equilibrium;

import java.util.List;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;

/** What is best against something given. */
public final class BestReplies {
    private BestReplies() {}

    /**
     * Returns the best actions of one side against a mixture of the other.
     *
     * @param game a bimatrix game
     * @param role whose actions
     * @param opponents what the other side plays, a weight for each of its actions
     * @return 0-based actions that earn most, at least one
     */
    public static List<Integer> to(Game game, Role role, List<Rational> opponents) {
        List<List<Rational>> mixtures = role.isRow() ? List.of(List.of(), opponents) : List.of(opponents, List.of());
        List<Rational> earned = game.payoffs(role, mixtures);
        Rational most = earned.stream().max(Rational::compareTo).orElseThrow();
        return IntStream.range(0, earned.size())
                .filter(action -> earned.get(action).equals(most))
                .boxed()
                .toList();
    }

    /**
     * Tells whether an action is a best reply to an action of the other side.
     *
     * @param game a bimatrix game
     * @param role whose action is looked at
     * @param row 0-based
     * @param column 0-based
     * @return whether this side could not earn more by another action
     */
    public static boolean isBest(Game game, Role role, int row, int column) {
        Rational here = game.payoff(role, row, column);
        return role.isRow()
                ? IntStream.range(0, game.rows())
                        .allMatch(other -> game.payoff(role, other, column).compareTo(here) <= 0)
                : IntStream.range(0, game.columns())
                        .allMatch(other -> game.payoff(role, row, other).compareTo(here) <= 0);
    }
}
