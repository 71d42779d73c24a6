package org.aepsych.core.game.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.tree.GameTree.Chance;
import org.aepsych.core.game.tree.GameTree.Decision;
import org.aepsych.core.game.tree.GameTree.Leaf;
import org.aepsych.core.game.tree.GameTree.Next;
import org.aepsych.core.game.tree.GameTree.Node;
import org.aepsych.core.game.tree.GameTree.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games in extensive form and their reduction. */
class TreeTest {
    private static final String POKER = """
            deal: chance: 1/2 -> high | 1/2 -> low
            high: row: bet -> high bet | fold -> (-1, 1)
            low: row: bet -> low bet | fold -> (-1, 1)
            high bet: column [bet]: call -> (2, -2) | fold -> (1, -1)
            low bet: column [bet]: call -> (-2, 2) | fold -> (1, -1)
            """;

    private static final String CENTIPEDE = """
            one: row: stop -> (1, 0) | go -> two
            two: column: stop -> (0, 2) | go -> three
            three: row: stop -> (3, 1) | go -> (2, 4)
            """;

    private static StrategicForm form(String text) {
        return new StrategicForm(TreeText.parse(text));
    }

    private static List<String> payoffs(Game game) {
        return game.payoffs().stream().map(Rational::toString).toList();
    }

    @Test
    void chanceIsAveragedAndInformationSetsAreOneChoice() {
        Game game = form(POKER).game(1, "poker");

        assertThat(game.actions()).as("four plans, and two").containsExactly(4, 2);
        assertThat(payoffs(game))
                .containsExactly(
                        "0", "0", "1", "-1", "1/2", "-1/2", "0", "0", "-3/2", "3/2", "0", "0", "-1", "1", "-1", "1");
    }

    @Test
    void whatAPlanRulesOutIsNotPartOfIt() {
        StrategicForm centipede = form(CENTIPEDE);

        assertThat(centipede.plans(Role.ROW)).as("stop; go, stop; go, go").hasSize(3);
        assertThat(payoffs(centipede.game(1, "centipede")))
                .containsExactly("1", "0", "1", "0", "0", "2", "3", "1", "0", "2", "2", "4");
    }

    @Test
    void aTreeIsWrittenAsItIsRead() {
        for (String text : List.of(POKER, CENTIPEDE)) {
            GameTree tree = TreeText.parse(text);
            assertThat(TreeText.parse(TreeText.write(tree, "    "))).isEqualTo(tree);
        }
    }

    /** Kuhn's theorem: choices on the way and the mixture that follows from them pay the same. */
    @ParameterizedTest
    @ValueSource(strings = {POKER, CENTIPEDE})
    void choicesAndTheMixtureThatFollowsPayTheSame(String text) {
        GameTree tree = TreeText.parse(text);
        StrategicForm form = new StrategicForm(tree);
        Game game = form.game(1, "game");
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            List<List<Mixture>> choices = new ArrayList<>();
            List<List<Rational>> mixtures = new ArrayList<>();
            for (int role = 0; role < tree.roles(); role++) {
                List<Mixture> mine = form.sets(new Role(role)).stream()
                        .map(set -> mixture(set.moves().size(), random))
                        .toList();
                choices.add(mine);
                mixtures.add(form.mixture(new Role(role), mine).weights());
            }
            for (int role = 0; role < tree.roles(); role++) {
                Rational paid = Rational.ZERO;
                List<Rational> pure = game.payoffs(new Role(role), mixtures);
                for (int action = 0; action < pure.size(); action++) {
                    paid = paid.plus(pure.get(action).times(mixtures.get(role).get(action)));
                }
                assertThat(paid).isEqualTo(walk(tree, form, tree.root(), choices, role));
            }
        }
    }

    private static Mixture mixture(int moves, Random random) {
        int[] grains = IntStream.range(0, moves)
                .map(move -> random.nextInt(4) + (move == 0 ? 1 : 0))
                .toArray();
        int all = IntStream.of(grains).sum();
        return new Mixture(
                IntStream.of(grains).mapToObj(grain -> Rational.of(grain, all)).toList());
    }

    private static Rational walk(GameTree tree, StrategicForm form, Node node, List<List<Mixture>> choices, int role) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < node.targets().size(); i++) {
            Rational chance;
            if (node instanceof Decision decision) {
                List<String> sets = form.sets(decision.role()).stream()
                        .map(InformationSet::name)
                        .toList();
                chance = choices.get(decision.role().number())
                        .get(sets.indexOf(decision.set()))
                        .weights()
                        .get(i);
            } else {
                chance = ((Chance) node).outcomes().get(i).probability();
            }
            Target target = node.targets().get(i);
            Rational paid = target instanceof Next next
                    ? walk(tree, form, tree.node(next), choices, role)
                    : ((Leaf) target).payoffs().get(role);
            sum = sum.plus(chance.times(paid));
        }
        return sum;
    }

    @Test
    void whatIsNoTreeIsRefusedWithEverythingThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeText.parse("""
                        a: row: left -> b | right -> nowhere
                        b: nobody: x -> (1, 2)
                        c: chance: half -> (1, 2) | 1/2 -> (1)
                        nonsense
                        """))
                .withMessageContaining("found \"nobody\"")
                .withMessageContaining("expected a probability such as 1/2, but found \"half\"")
                .withMessageContaining("but found \"nonsense\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeText.parse("""
                        a: row: left -> b | right -> nowhere
                        b: player 3: x -> (1, 2) | x -> (1, 2, 3)
                        c: chance: 1/3 -> (1, 2) | 1/3 -> (2, 1)
                        """))
                .withMessageContaining("leads to \"nowhere\", but no node is called so")
                .withMessageContaining("has 3 payoffs, but other leaves have 2")
                .withMessageContaining("is the player 3's, but leaves have 2 payoffs")
                .withMessageContaining("no two are called alike")
                .withMessageContaining("sum to exactly 1, but sum to 2/3");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TreeText.parse("a: row: l -> b | r -> b\nb: column: x -> (1, 2)\nc: row: y -> (1, 2)"))
                .withMessageContaining("\"b\" is reached twice")
                .withMessageContaining("no move leads to node \"c\"");
    }

    @Test
    void whoWouldHaveToForgetIsNotAskedTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeText.parse("""
                        a: row: left -> b | right -> c
                        b: row [same]: x -> (1, 2) | y -> (2, 1)
                        c: row [same]: x -> (0, 0) | y -> (2, 2)
                        """))
                .withMessageContaining("nodes b and c follow different moves of the same player")
                .withMessageContaining("perfect recall");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeText.parse("""
                        a: chance: 1/2 -> b | 1/2 -> c
                        b: row [same]: x -> (1, 2) | y -> (2, 1)
                        c: column [same]: x -> (0, 0) | z -> (2, 2)
                        """))
                .withMessageContaining("must have the same player and the same moves");
    }

    @Test
    void tooManyStrategiesAreRefused() {
        StringBuilder text = new StringBuilder("deal: chance: ");
        for (int i = 0; i < 6; i++) {
            text.append(i == 0 ? "" : " | ").append("1/6 -> n").append(i);
        }
        for (int i = 0; i < 6; i++) {
            text.append("\nn").append(i).append(": row: x -> (1, 2) | y -> (2, 1)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(text.toString()))
                .withMessageContaining("the row player has more than 50 strategies");
    }
}
