package org.aepsych.core.game.equilibrium;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.equilibrium.Vertices.Vertex;

/**
 * All Nash equilibria of a bimatrix game, exact: those that are extreme, and how they belong together. The set of all
 * equilibria is the union of the components' products (Winkels 1979; Jansen 1981): in a component, any average of its
 * row mixtures is in equilibrium with any average of its column mixtures. In a game that is not degenerate every
 * component is a single equilibrium, and their number is odd.
 *
 * @param extreme every equilibrium that is no average of others; first those with the smaller supports
 * @param components maximal sets of equilibria that can be exchanged for each other
 * @param degenerate whether some mixture has more best replies than it mixes actions
 */
public record Equilibria(List<Equilibrium> extreme, List<Component> components, boolean degenerate) {
    /** How many linear systems are solved for one player at most; about a second of work. */
    private static final long MOST_SYSTEMS = 60_000;

    /** Copies the lists. */
    public Equilibria {
        extreme = List.copyOf(extreme);
        components = List.copyOf(components);
    }

    /**
     * A maximal set of equilibria that can be exchanged for each other.
     *
     * @param rows extreme mixtures of the row player
     * @param columns extreme mixtures of the column player
     */
    public record Component(List<Mixture> rows, List<Mixture> columns) {
        /** Copies the lists. */
        public Component {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        /**
         * Tells whether this is one equilibrium only.
         *
         * @return false if there are infinitely many
         */
        public boolean single() {
            return rows.size() == 1 && columns.size() == 1;
        }
    }

    /**
     * Finds all equilibria by enumerating supports.
     *
     * @param game any game
     * @return the equilibria; empty if the game has more than two roles, or so many actions that it would take long
     *     (about ten for each side)
     */
    public static Optional<Equilibria> of(Game game) {
        if (game.roles() != 2 || systems(game.rows(), game.columns()) > MOST_SYSTEMS) {
            return Optional.empty();
        }
        Rational[][] columnPayoffs = new Rational[game.rows()][game.columns()];
        Rational[][] rowPayoffs = new Rational[game.columns()][game.rows()];
        for (int row = 0; row < game.rows(); row++) {
            for (int column = 0; column < game.columns(); column++) {
                columnPayoffs[row][column] = game.payoff(Role.COLUMN, row, column);
                rowPayoffs[column][row] = game.payoff(Role.ROW, row, column);
            }
        }
        return Optional.of(of(Vertices.of(columnPayoffs), Vertices.of(rowPayoffs)));
    }

    private static Equilibria of(List<Vertex> rows, List<Vertex> columns) {
        List<Equilibrium> extreme = new ArrayList<>();
        List<BitSet> partners = new ArrayList<>();
        for (Vertex row : rows) {
            BitSet with = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                Vertex column = columns.get(i);
                if (within(row.support(), column.best()) && within(column.support(), row.best())) {
                    with.set(i);
                    extreme.add(new Equilibrium(
                            new Mixture(row.weights()), new Mixture(column.weights()), column.value(), row.value()));
                }
            }
            partners.add(with);
        }
        boolean degenerate =
                rows.stream().anyMatch(Vertex::degenerate) || columns.stream().anyMatch(Vertex::degenerate);
        return new Equilibria(extreme, components(rows, columns, partners), degenerate);
    }

    /**
     * Finds the maximal pairs of sets of which everybody is in equilibrium with everybody: the sets of partners that
     * are closed under intersection, each with all who share it.
     */
    private static List<Component> components(List<Vertex> rows, List<Vertex> columns, List<BitSet> partners) {
        Set<BitSet> closed = new LinkedHashSet<>();
        for (BitSet with : partners) {
            if (with.isEmpty()) {
                continue;
            }
            List<BitSet> more = new ArrayList<>(List.of(with));
            for (BitSet known : closed) {
                BitSet both = (BitSet) known.clone();
                both.and(with);
                if (!both.isEmpty()) {
                    more.add(both);
                }
            }
            closed.addAll(more);
        }
        List<Component> components = new ArrayList<>();
        for (BitSet with : closed) {
            List<Mixture> sharing = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (within(with, partners.get(i))) {
                    sharing.add(new Mixture(rows.get(i).weights()));
                }
            }
            components.add(new Component(
                    sharing,
                    with.stream()
                            .mapToObj(i -> new Mixture(columns.get(i).weights()))
                            .toList()));
        }
        return components;
    }

    private static boolean within(BitSet part, BitSet whole) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        return outside.isEmpty();
    }

    /** How many pairs of supports of equal size there are, one for each side. */
    private static long systems(int rows, int columns) {
        long systems = 1;
        for (int i = 1; i <= rows; i++) {
            systems = systems * (columns + i) / i;
            if (systems > MOST_SYSTEMS) {
                return systems;
            }
        }
        return systems;
    }
}
