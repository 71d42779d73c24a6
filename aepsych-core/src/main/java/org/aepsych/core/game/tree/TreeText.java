package org.aepsych.core.game.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.tree.GameTree.Chance;
import org.aepsych.core.game.tree.GameTree.Decision;
import org.aepsych.core.game.tree.GameTree.Leaf;
import org.aepsych.core.game.tree.GameTree.Move;
import org.aepsych.core.game.tree.GameTree.Next;
import org.aepsych.core.game.tree.GameTree.Node;
import org.aepsych.core.game.tree.GameTree.Outcome;
import org.aepsych.core.game.tree.GameTree.Target;

/**
 * Trees as files have them, a line for each node: its name, who moves, and where each move leads.
 *
 * <pre>{@code
 * deal: chance: 1/2 -> high | 1/2 -> low
 * high: row: bet -> answer1 | fold -> (-1, 1)
 * answer1: column [bet]: call -> (2, -2) | fold -> (1, -1)
 * }</pre>
 *
 * <p>Who moves is {@code chance}, {@code row}, {@code column}, or {@code player 3}; in brackets stands the information set, which
 * is the node's own if it has none. Payoffs stand in parentheses, by role.
 */
public final class TreeText {
    private static final Pattern LINE = Pattern.compile("([^:\\[\\]|]+):([^:\\[\\]|]+)(?:\\[([^\\]]*)\\]\\s*)?:(.*)");
    private static final String ARROW = "->";

    private final List<String> problems = new ArrayList<>();

    private TreeText() {}

    /**
     * Reads a tree.
     *
     * @param text its lines
     * @return the tree
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static GameTree parse(String text) {
        TreeText reading = new TreeText();
        List<Node> nodes = new ArrayList<>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> reading.node(line.strip()).ifPresent(nodes::add));
        int roles = nodes.stream()
                .flatMap(node -> node.targets().stream())
                .filter(Leaf.class::isInstance)
                .map(leaf -> ((Leaf) leaf).payoffs().size())
                .findFirst()
                .orElse(0);
        if (reading.problems.isEmpty()) {
            reading.problems.addAll(TreeCheck.problems(roles, nodes));
        }
        if (!reading.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", reading.problems));
        }
        return new GameTree(roles, nodes);
    }

    private Optional<Node> node(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            problems.add("expected NAME: WHO: MOVE -> TARGET | MOVE -> TARGET, but found \"" + line + "\"");
            return Optional.empty();
        }
        String name = parts.group(1).strip();
        String who = parts.group(2).strip();
        Optional<String> set = Optional.ofNullable(parts.group(3)).map(String::strip);
        int before = problems.size();
        List<Move> moves = new ArrayList<>();
        for (String move : parts.group(4).split("\\|", -1)) {
            move(name, move).ifPresent(moves::add);
        }
        if (who.equals("chance")) {
            List<Outcome> outcomes = outcomes(name, moves);
            return problems.size() > before ? Optional.empty() : Optional.of(new Chance(name, outcomes));
        }
        Optional<Role> role = role(name, who);
        return problems.size() > before || role.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(name, role.get(), set.orElse(name), moves));
    }

    private Optional<Role> role(String node, String who) {
        try {
            return Optional.of(Role.named(who));
        } catch (IllegalArgumentException e) {
            problems.add(
                    "node " + node + ": expected chance, row, column or such as player 3, but found \"" + who + "\"");
            return Optional.empty();
        }
    }

    private Optional<Move> move(String node, String text) {
        int arrow = text.indexOf(ARROW);
        String label = arrow < 0 ? "" : text.substring(0, arrow).strip();
        String target = arrow < 0 ? "" : text.substring(arrow + ARROW.length()).strip();
        if (label.isEmpty() || target.isEmpty()) {
            problems.add("node " + node + ": expected MOVE -> TARGET, but found \"" + text.strip() + "\"");
            return Optional.empty();
        }
        if (!target.startsWith("(")) {
            return Optional.of(new Move(label, new Next(target)));
        }
        try {
            List<Rational> payoffs = new ArrayList<>();
            for (String number : target.substring(1, target.length() - (target.endsWith(")") ? 1 : 0))
                    .split(",", -1)) {
                payoffs.add(Rational.parse(number));
            }
            return Optional.of(new Move(label, new Leaf(payoffs)));
        } catch (IllegalArgumentException e) {
            problems.add("node " + node + ": expected payoffs such as (3, 1/2), but found \"" + target + "\"");
            return Optional.empty();
        }
    }

    private List<Outcome> outcomes(String node, List<Move> moves) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Move move : moves) {
            try {
                outcomes.add(new Outcome(Rational.parse(move.label()), move.target()));
            } catch (IllegalArgumentException e) {
                problems.add(
                        "node " + node + ": expected a probability such as 1/2, but found \"" + move.label() + "\"");
            }
        }
        return outcomes;
    }

    /**
     * Writes a tree.
     *
     * @param tree the game
     * @param indentation before each line
     * @return a line for each node, each after a line feed
     */
    public static String write(GameTree tree, String indentation) {
        StringBuilder text = new StringBuilder();
        for (Node node : tree.nodes()) {
            text.append('\n').append(indentation).append(node.name()).append(": ");
            if (node instanceof Decision decision) {
                text.append(decision.role());
                if (!decision.set().equals(decision.name())) {
                    text.append(" [").append(decision.set()).append(']');
                }
                text.append(": ")
                        .append(decision.moves().stream()
                                .map(move -> move.label() + " " + ARROW + " " + write(move.target()))
                                .collect(Collectors.joining(" | ")));
            } else {
                text.append("chance: ")
                        .append(((Chance) node)
                                .outcomes().stream()
                                        .map(outcome ->
                                                outcome.probability() + " " + ARROW + " " + write(outcome.target()))
                                        .collect(Collectors.joining(" | ")));
            }
        }
        return text.toString();
    }

    private static String write(Target target) {
        return target instanceof Next next
                ? next.node()
                : ((Leaf) target)
                        .payoffs().stream().map(Rational::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
