package org.aepsych.web.participant.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aepsych.api.game.Role;
import org.aepsych.core.game.tree.GameTree;
import org.aepsych.core.game.tree.GameTree.Chance;
import org.aepsych.core.game.tree.GameTree.Decision;
import org.aepsych.core.game.tree.GameTree.Leaf;
import org.aepsych.core.game.tree.GameTree.Next;
import org.aepsych.core.game.tree.GameTree.Node;
import org.aepsych.core.game.tree.GameTree.Target;
import org.aepsych.core.game.tree.InformationSet;
import org.aepsych.core.game.tree.Plan;
import org.aepsych.core.game.tree.StrategicForm;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.web.language.Texts;
import org.aepsych.web.view.ActionLabels;
import org.aepsych.web.view.Amounts;

/** Shows a tree from one participant's side. */
public final class TreePages {
    private final OwnGame game;
    private final GameTree tree;
    private final StrategicForm form;
    private final Role role;
    private final Texts texts;

    /**
     * A game of one participant.
     *
     * @param game as the participant sees it
     * @param tree its moves
     * @param role the participant's
     * @param texts in the participant's language
     */
    public TreePages(OwnGame game, GameTree tree, Role role, Texts texts) {
        this.game = game;
        this.tree = tree;
        this.form = new StrategicForm(tree);
        this.role = role;
        this.texts = texts;
    }

    /** Returns how many weights are entered: one for each move of each own information set. */
    static int fields(OwnGame game, Role role) {
        return game.tree()
                .map(tree -> new StrategicForm(tree)
                        .sets(role).stream().mapToInt(set -> set.moves().size()).sum())
                .orElseGet(() -> game.cells().size());
    }

    /** Returns the entered weights by information set. */
    List<List<String>> bySet(List<String> entered) {
        List<List<String>> sets = new ArrayList<>();
        int from = 0;
        for (InformationSet set : form.sets(role)) {
            sets.add(entered.subList(from, from + set.moves().size()));
            from += set.moves().size();
        }
        return sets;
    }

    TreePart part(WeightForm entered) {
        List<TreePart.Choice> choices = new ArrayList<>();
        int field = 0;
        for (InformationSet set : form.sets(role)) {
            List<TreePart.Row> rows = new ArrayList<>();
            for (String move : set.moves()) {
                rows.add(new TreePart.Row(
                        move,
                        WeightForm.field(field),
                        entered.texts().get(field),
                        entered.errors().get(field)));
                field++;
            }
            choices.add(new TreePart.Choice(texts.of("tree.own", choices.size() + 1), rows));
        }
        return new TreePart(step(tree.root()), choices, legend());
    }

    private TreePart.Step step(Node node) {
        if (node instanceof Chance chance) {
            List<TreePart.Branch> branches = chance.outcomes().stream()
                    .map(outcome -> branch(Amounts.shown(outcome.probability()), outcome.target()))
                    .toList();
            return new TreePart.Step(texts.of("tree.chance"), false, branches);
        }
        Decision decision = (Decision) node;
        List<TreePart.Branch> branches = decision.moves().stream()
                .map(move -> branch(move.label(), move.target()))
                .toList();
        return new TreePart.Step(who(decision), decision.role().equals(role), branches);
    }

    private TreePart.Branch branch(String label, Target target) {
        if (target instanceof Next next) {
            return new TreePart.Branch(label, Optional.of(step(tree.node(next))), "", "");
        }
        Leaf leaf = (Leaf) target;
        String others = IntStream.range(0, tree.roles())
                .filter(number -> number != role.number())
                .mapToObj(number -> Amounts.shown(leaf.payoffs().get(number)))
                .collect(Collectors.joining(", "));
        return new TreePart.Branch(
                label, Optional.empty(), Amounts.shown(leaf.payoffs().get(role.number())), others);
    }

    private String who(Decision decision) {
        int set = form.sets(decision.role()).stream()
                        .map(InformationSet::name)
                        .toList()
                        .indexOf(decision.set())
                + 1;
        if (decision.role().equals(role)) {
            return texts.of("tree.own", set);
        }
        int number = decision.role().number();
        return tree.roles() == 2
                ? texts.of("tree.other", set)
                : texts.of("tree.other.many", number < role.number() ? number + 1 : number, set);
    }

    /**
     * Says what each own letter of the history stands for.
     *
     * @return a line for each letter
     */
    public List<String> legend() {
        List<Plan> plans = form.plans(role);
        List<InformationSet> sets = form.sets(role);
        List<String> legend = new ArrayList<>();
        for (int place = 0; place < game.ownOrder().size(); place++) {
            String moves = plans.get(game.ownOrder().get(place)).moves().entrySet().stream()
                    .map(choice -> texts.of("tree.own", choice.getKey() + 1) + ": "
                            + sets.get(choice.getKey()).moves().get(choice.getValue()))
                    .collect(Collectors.joining("; "));
            legend.add(ActionLabels.own(place) + " – " + (moves.isEmpty() ? texts.of("tree.nothing") : moves));
        }
        return legend;
    }
}
