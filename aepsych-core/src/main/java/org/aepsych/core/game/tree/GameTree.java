package org.aepsych.core.game.tree;

import java.util.List;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;

/**
 * A game in extensive form (Kuhn: Extensive games and the problem of information, 1953). It is a tree with perfect recall:
 * nobody has to forget what they have done or known.
 *
 * @param roles how many there are, from 2
 * @param nodes each after the one that leads to it; the first is the root
 */
public record GameTree(int roles, List<Node> nodes) {
    /** Copies the list and checks that the tree is one. */
    public GameTree {
        nodes = List.copyOf(nodes);
        List<String> problems = TreeCheck.problems(roles, nodes);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Where somebody or chance decides how it goes on. */
    public sealed interface Node {
        /**
         * Returns what the node is called in the definition.
         *
         * @return unique within the tree
         */
        String name();

        /**
         * Returns where it can go on.
         *
         * @return one for each move or outcome
         */
        List<Target> targets();
    }

    /**
     * Somebody moves.
     *
     * @param name unique within the tree
     * @param role whose move it is
     * @param set what the player knows: they cannot tell apart the nodes of one information set
     * @param moves what they can do, at least one
     */
    public record Decision(String name, Role role, String set, List<Move> moves) implements Node {
        /** Copies the list. */
        public Decision {
            moves = List.copyOf(moves);
        }

        @Override
        public List<Target> targets() {
            return moves.stream().map(Move::target).toList();
        }

        /**
         * Returns what the moves are called.
         *
         * @return in order
         */
        public List<String> labels() {
            return moves.stream().map(Move::label).toList();
        }
    }

    /**
     * A move.
     *
     * @param label as participants read it
     * @param target where it leads
     */
    public record Move(String label, Target target) {}

    /**
     * Chance moves.
     *
     * @param name unique within the tree
     * @param outcomes what can happen, with probabilities whose sum is 1
     */
    public record Chance(String name, List<Outcome> outcomes) implements Node {
        /** Copies the list. */
        public Chance {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public List<Target> targets() {
            return outcomes.stream().map(Outcome::target).toList();
        }
    }

    /**
     * Something that may happen.
     *
     * @param probability above 0, exact
     * @param target where it leads
     */
    public record Outcome(Rational probability, Target target) {}

    /** Where a move leads. */
    public sealed interface Target {}

    /**
     * To another node.
     *
     * @param node its name
     */
    public record Next(String node) implements Target {}

    /**
     * To an end.
     *
     * @param payoffs what it pays to each role
     */
    public record Leaf(List<Rational> payoffs) implements Target {
        /** Copies the list. */
        public Leaf {
            payoffs = List.copyOf(payoffs);
        }
    }

    /**
     * Returns the node at which the game begins.
     *
     * @return the first one
     */
    public Node root() {
        return nodes.get(0);
    }

    /**
     * Finds a node.
     *
     * @param target leads to it
     * @return the node
     */
    public Node node(Next target) {
        return nodes.stream()
                .filter(node -> node.name().equals(target.node()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a checked tree has all its nodes"));
    }
}
