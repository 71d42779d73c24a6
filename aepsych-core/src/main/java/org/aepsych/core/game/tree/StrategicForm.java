package org.aepsych.core.game.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.tree.GameTree.Chance;
import org.aepsych.core.game.tree.GameTree.Decision;
import org.aepsych.core.game.tree.GameTree.Leaf;
import org.aepsych.core.game.tree.GameTree.Next;
import org.aepsych.core.game.tree.GameTree.Node;
import org.aepsych.core.game.tree.GameTree.Outcome;
import org.aepsych.core.game.tree.GameTree.Target;

/**
 * The reduced strategic form of a tree: the actions of each role are its reduced pure strategies, and cells pay what the
 * tree pays on average over chance, exactly. Since players recall everything, a choice at each information set is as good
 * as a mixture over strategies, and gives the same payoffs (Kuhn 1953).
 */
public final class StrategicForm {
    /** Most strategies of a role. */
    public static final int MOST_STRATEGIES = 50;

    /** Before a role's first move. */
    private static final String BEGINNING = "";

    private final GameTree tree;
    private final List<List<InformationSet>> sets = new ArrayList<>();
    private final List<List<Plan>> plans = new ArrayList<>();

    /** Information sets that a role can meet next, by its own last set and move. */
    private final List<Map<String, Set<Integer>>> following = new ArrayList<>();

    /**
     * Reduces a tree.
     *
     * @param tree the game
     * @throws IllegalArgumentException if a role has more than {@value #MOST_STRATEGIES} strategies
     */
    public StrategicForm(GameTree tree) {
        this.tree = tree;
        for (int number = 0; number < tree.roles(); number++) {
            sets.add(new ArrayList<>());
            following.add(new LinkedHashMap<>());
        }
        List<String> last = new ArrayList<>();
        for (int number = 0; number < tree.roles(); number++) {
            last.add(BEGINNING);
        }
        collect(tree.root(), last);
        for (int number = 0; number < tree.roles(); number++) {
            plans.add(plans(number, BEGINNING));
        }
    }

    private void collect(Node node, List<String> last) {
        if (node instanceof Decision decision) {
            int number = decision.role().number();
            int set = indexOf(decision);
            following
                    .get(number)
                    .computeIfAbsent(last.get(number), unused -> new LinkedHashSet<>())
                    .add(set);
            for (int move = 0; move < decision.moves().size(); move++) {
                List<String> after = new ArrayList<>(last);
                after.set(number, after(set, move));
                collect(decision.moves().get(move).target(), after);
            }
        } else {
            node.targets().forEach(target -> collect(target, last));
        }
    }

    private void collect(Target target, List<String> last) {
        if (target instanceof Next next) {
            collect(tree.node(next), last);
        }
    }

    private int indexOf(Decision decision) {
        List<InformationSet> mine = sets.get(decision.role().number());
        for (int i = 0; i < mine.size(); i++) {
            if (mine.get(i).name().equals(decision.set())) {
                return i;
            }
        }
        mine.add(new InformationSet(decision.set(), decision.role(), decision.labels()));
        return mine.size() - 1;
    }

    private static String after(int set, int move) {
        return set + "/" + move;
    }

    private List<Plan> plans(int number, String last) {
        List<Plan> plans = List.of(Plan.EMPTY);
        for (int set : following.get(number).getOrDefault(last, Set.of())) {
            List<Plan> here = new ArrayList<>();
            for (int move = 0; move < sets.get(number).get(set).moves().size(); move++) {
                for (Plan rest : plans(number, after(set, move))) {
                    here.add(rest.with(set, move));
                }
            }
            List<Plan> combined = new ArrayList<>();
            for (Plan before : plans) {
                here.forEach(plan -> combined.add(before.and(plan)));
            }
            plans = combined;
            if (plans.size() > MOST_STRATEGIES) {
                throw new IllegalArgumentException("the " + new Role(number) + " player has more than "
                        + MOST_STRATEGIES + " strategies in this tree; make it smaller");
            }
        }
        return plans;
    }

    /**
     * Returns the information sets of a role.
     *
     * @param role whose
     * @return in the order in which they are first met
     */
    public List<InformationSet> sets(Role role) {
        return List.copyOf(sets.get(role.number()));
    }

    /**
     * Returns the reduced pure strategies of a role.
     *
     * @param role whose
     * @return its actions in the strategic form
     */
    public List<Plan> plans(Role role) {
        return List.copyOf(plans.get(role.number()));
    }

    /**
     * Returns the game in strategic form.
     *
     * @param id of the game
     * @param name of the game
     * @return what payoffs are computed with
     */
    public Game game(int id, String name) {
        List<Integer> actions = plans.stream().map(List::size).toList();
        List<Rational> payoffs = new ArrayList<>();
        fill(new ArrayList<>(), payoffs);
        return new Game(id, name, actions, payoffs);
    }

    private void fill(List<Plan> chosen, List<Rational> payoffs) {
        if (chosen.size() == tree.roles()) {
            payoffs.addAll(outcome(tree.root(), chosen));
            return;
        }
        for (Plan plan : plans.get(chosen.size())) {
            List<Plan> more = new ArrayList<>(chosen);
            more.add(plan);
            fill(more, payoffs);
        }
    }

    private List<Rational> outcome(Node node, List<Plan> chosen) {
        if (node instanceof Decision decision) {
            int move = Optional.ofNullable(
                            chosen.get(decision.role().number()).moves().get(indexOf(decision)))
                    .orElseThrow(() -> new IllegalStateException("a plan knows what to do wherever it leads"));
            return outcome(decision.moves().get(move).target(), chosen);
        }
        List<Rational> sums = new ArrayList<>();
        for (int number = 0; number < tree.roles(); number++) {
            sums.add(Rational.ZERO);
        }
        for (Outcome outcome : ((Chance) node).outcomes()) {
            List<Rational> paid = outcome(outcome.target(), chosen);
            for (int number = 0; number < sums.size(); number++) {
                sums.set(number, sums.get(number).plus(outcome.probability().times(paid.get(number))));
            }
        }
        return sums;
    }

    private List<Rational> outcome(Target target, List<Plan> chosen) {
        return target instanceof Next next ? outcome(tree.node(next), chosen) : ((Leaf) target).payoffs();
    }

    /**
     * Turns choices at each information set into a mixture over strategies: the weight of a strategy is the product of the
     * weights of its moves.
     *
     * @param role whose
     * @param choices a mixture of moves for each of the role's information sets
     * @return a mixture over the role's strategies, exact
     */
    public Mixture mixture(Role role, List<Mixture> choices) {
        List<Rational> weights = new ArrayList<>();
        for (Plan plan : plans.get(role.number())) {
            Rational weight = Rational.ONE;
            for (var choice : plan.moves().entrySet()) {
                weight = weight.times(choices.get(choice.getKey()).weights().get(choice.getValue()));
            }
            weights.add(weight);
        }
        return new Mixture(weights);
    }
}
