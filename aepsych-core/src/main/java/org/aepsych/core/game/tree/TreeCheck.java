package org.aepsych.core.game.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.tree.GameTree.Chance;
import org.aepsych.core.game.tree.GameTree.Decision;
import org.aepsych.core.game.tree.GameTree.Leaf;
import org.aepsych.core.game.tree.GameTree.Next;
import org.aepsych.core.game.tree.GameTree.Node;
import org.aepsych.core.game.tree.GameTree.Outcome;
import org.aepsych.core.game.tree.GameTree.Target;

/** Tells whether nodes are a tree with perfect recall, and everything that is wrong if they are not. */
final class TreeCheck {
    private final int roles;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** What its player has done before a decision: sets and moves, by decision. */
    private final Map<String, List<String>> experience = new HashMap<>();

    private TreeCheck(int roles) {
        this.roles = roles;
    }

    static List<String> problems(int roles, List<Node> nodes) {
        TreeCheck check = new TreeCheck(roles);
        check.names(nodes);
        nodes.forEach(check::node);
        if (check.problems.isEmpty()) {
            check.walk(nodes);
        }
        if (check.problems.isEmpty()) {
            check.information(nodes);
        }
        return check.problems;
    }

    private void names(List<Node> all) {
        if (all.isEmpty()) {
            problems.add("a tree has at least one node");
        }
        for (Node node : all) {
            if (nodes.put(node.name(), node) != null) {
                problems.add("two nodes are called \"" + node.name() + "\"");
            }
        }
        if (roles < 2) {
            problems.add("a leaf has at least two payoffs, one for each role");
        }
    }

    private void node(Node node) {
        for (Target target : node.targets()) {
            if (target instanceof Next next && !nodes.containsKey(next.node())) {
                problems.add("node " + node.name() + " leads to \"" + next.node() + "\", but no node is called so");
            } else if (target instanceof Leaf leaf && leaf.payoffs().size() != roles) {
                problems.add("node " + node.name() + ": " + leaf.payoffs() + " has "
                        + leaf.payoffs().size() + " payoffs, but other leaves have " + roles);
            }
        }
        if (node instanceof Decision decision) {
            decision(decision);
        } else if (node instanceof Chance chance) {
            chance(chance);
        }
    }

    private void decision(Decision decision) {
        if (decision.role().number() >= roles) {
            problems.add("node " + decision.name() + " is the " + decision.role() + "'s, but leaves have " + roles
                    + " payoffs");
        }
        if (decision.moves().isEmpty()
                || new HashSet<>(decision.labels()).size() < decision.moves().size()) {
            problems.add("node " + decision.name() + ": there is at least one move, and no two are called alike");
        }
    }

    private void chance(Chance chance) {
        Rational sum = chance.outcomes().stream().map(Outcome::probability).reduce(Rational.ZERO, Rational::plus);
        if (chance.outcomes().stream().anyMatch(outcome -> outcome.probability().signum() <= 0)
                || !sum.equals(Rational.ONE)) {
            problems.add(
                    "node " + chance.name() + ": probabilities are above 0 and sum to exactly 1, but sum to " + sum);
        }
    }

    /** Every node but the first is reached in exactly one way. */
    private void walk(List<Node> all) {
        Set<String> reached = new HashSet<>(Set.of(all.get(0).name()));
        for (Node node : all) {
            for (Target target : node.targets()) {
                if (target instanceof Next next && !reached.add(next.node())) {
                    problems.add("node \"" + next.node() + "\" is reached twice, but a tree does not join again");
                }
            }
        }
        for (Node node : all) {
            if (!reached.contains(node.name())) {
                problems.add("no move leads to node \"" + node.name() + "\"");
            }
        }
        if (problems.isEmpty()) {
            Set<String> seen = new HashSet<>();
            remember(all.get(0), new HashMap<>(), seen);
            if (seen.size() < all.size()) {
                problems.add("some nodes lead to each other in a circle and are never reached");
            }
        }
    }

    private void remember(Node node, Map<Integer, List<String>> past, Set<String> seen) {
        seen.add(node.name());
        if (node instanceof Decision decision) {
            experience.put(node.name(), past.getOrDefault(decision.role().number(), List.of()));
        }
        for (int i = 0; i < node.targets().size(); i++) {
            if (node.targets().get(i) instanceof Next next) {
                Map<Integer, List<String>> after = past;
                if (node instanceof Decision decision) {
                    after = new HashMap<>(past);
                    List<String> mine =
                            new ArrayList<>(past.getOrDefault(decision.role().number(), List.of()));
                    mine.add(decision.set());
                    mine.add(decision.moves().get(i).label());
                    after.put(decision.role().number(), mine);
                }
                Node following = nodes.get(next.node());
                if (following != null) {
                    remember(following, after, seen);
                }
            }
        }
    }

    private void information(List<Node> all) {
        Map<String, Decision> sets = new LinkedHashMap<>();
        for (Node node : all) {
            if (node instanceof Decision decision) {
                Decision first = sets.putIfAbsent(decision.set(), decision);
                if (first != null) {
                    alike(first, decision);
                }
            }
        }
    }

    private void alike(Decision first, Decision second) {
        String both = "information set [" + first.set() + "]: nodes " + first.name() + " and " + second.name();
        if (!first.role().equals(second.role()) || !first.labels().equals(second.labels())) {
            problems.add(both + " must have the same player and the same moves");
        } else if (!experience.getOrDefault(first.name(), List.of()).equals(experience.get(second.name()))) {
            problems.add(both + " follow different moves of the same player, who would have to forget them; only trees"
                    + " with perfect recall can be played");
        }
    }
}
