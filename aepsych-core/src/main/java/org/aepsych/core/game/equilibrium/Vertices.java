package org.aepsych.core.game.equilibrium;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.api.number.Rational;

/**
 * The vertices of a player's best-reply polyhedron: the mixtures at which as many replies of the opponent are best as
 * actions are mixed, and no fewer would do. Every extreme equilibrium is a pair of them, in degenerate games, too.
 */
final class Vertices {
    private final Rational[][] replies;
    private final int own;
    private final int other;
    private final Map<List<Rational>, Vertex> found = new LinkedHashMap<>();

    /**
     * A mixture with what the opponent may answer.
     *
     * @param weights by own action
     * @param support own actions with a weight
     * @param best the opponent's best replies
     * @param value what those earn the opponent
     */
    record Vertex(List<Rational> weights, BitSet support, BitSet best, Rational value) {
        boolean degenerate() {
            return best.cardinality() > support.cardinality();
        }
    }

    private Vertices(Rational[][] replies) {
        this.replies = replies;
        this.own = replies.length;
        this.other = replies[0].length;
    }

    /**
     * Enumerates pairs of supports of equal size.
     *
     * @param replies what the opponent earns, by own action, then the opponent's
     * @return each vertex once
     */
    static List<Vertex> of(Rational[][] replies) {
        Vertices vertices = new Vertices(replies);
        for (int size = 1; size <= Math.min(vertices.own, vertices.other); size++) {
            List<int[]> replySets = Subsets.of(vertices.other, size);
            for (int[] support : Subsets.of(vertices.own, size)) {
                for (int[] best : replySets) {
                    vertices.tryOut(support, best);
                }
            }
        }
        return List.copyOf(vertices.found.values());
    }

    private void tryOut(int[] support, int[] best) {
        indifferent(support, best).ifPresent(solution -> {
            List<Rational> weights = new ArrayList<>();
            for (int action = 0; action < own; action++) {
                weights.add(Rational.ZERO);
            }
            for (int i = 0; i < support.length; i++) {
                if (solution.get(i).signum() <= 0) {
                    return;
                }
                weights.set(support[i], solution.get(i));
            }
            if (!found.containsKey(weights)) {
                vertex(List.copyOf(weights), support, solution.get(support.length));
            }
        });
    }

    /** Mixes the support so that the given replies earn the same: weights, then what they earn. */
    private Optional<List<Rational>> indifferent(int[] support, int[] best) {
        int size = support.length;
        LinearSystem system = new LinearSystem(size + 1);
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < size; i++) {
                system.set(row, i, replies[support[i]][best[row]]);
            }
            system.set(row, size, Rational.of(-1));
            system.set(row, size + 1, Rational.ZERO);
        }
        for (int i = 0; i < size; i++) {
            system.set(size, i, Rational.ONE);
        }
        system.set(size, size, Rational.ZERO);
        system.set(size, size + 1, Rational.ONE);
        return system.solve();
    }

    private void vertex(List<Rational> weights, int[] support, Rational value) {
        BitSet best = new BitSet(other);
        for (int reply = 0; reply < other; reply++) {
            Rational earned = Rational.ZERO;
            for (int action : support) {
                earned = earned.plus(weights.get(action).times(replies[action][reply]));
            }
            int more = earned.compareTo(value);
            if (more > 0) {
                return;
            }
            best.set(reply, more == 0);
        }
        BitSet mixed = new BitSet(own);
        for (int action : support) {
            mixed.set(action);
        }
        found.put(weights, new Vertex(weights, mixed, best, value));
    }
}
