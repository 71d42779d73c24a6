package org.aepsych.core.game.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aepsych.api.config.ConfigException;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.definition.GameDefinition;
import org.aepsych.core.game.view.ParticipantView;
import org.aepsych.core.game.view.ParticipantView.OwnGame;
import org.aepsych.core.game.view.RoundExplanation;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** Games of three roles: giving (first action) or keeping 6 points, which grow by half and are shared by all. */
@OnEveryStorage
class ThreeRolesTest {
    private static final String PUBLIC_GOOD = """
            [good]
            actions = [2, 2, 2]
            payoffs =
                9, 9, 9 | 6, 6, 12
                6, 12, 6 | 3, 9, 9
                12, 6, 6 | 9, 3, 9
                9, 9, 3 | 6, 6, 6
            """;

    private final GameLab lab = new GameLab();

    private ExperimentId defined(String options) {
        return lab.experiments.define("[common]\nprotocol = game\ngames = [good]\n" + options + "\n" + PUBLIC_GOOD);
    }

    private ExperimentId started(int players, String options) {
        ExperimentId id = defined(options);
        for (int player = 1; player <= players; player++) {
            lab.register(id, "p" + player);
        }
        lab.conduct.start(id);
        return id;
    }

    private ParticipantView view(ExperimentId id, ParticipantId participant) {
        return lab.participation.participantView(id, participant);
    }

    private ParticipantId in(ExperimentId id, int role) {
        return lab.state(id).players().stream()
                .filter(player -> player.seat().orElseThrow().role().equals(new Role(role)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aDefinitionIsWrittenAsItIsReadAndKeptInTheLog() {
        ExperimentId id = defined("rounds = 1");
        GameDefinition definition = lab.experiments.definition(id);

        Game game = definition.game(1).orElseThrow();
        assertThat(game.actions()).containsExactly(2, 2, 2);
        assertThat(game.payoff(new Role(2), 0, 1, 1)).isEqualTo(Rational.of(9));
        assertThat(game.payoff(new Role(1), 1, 0, 1)).isEqualTo(Rational.of(3));
        assertThat(lab.experiments.preview(definition.toIni())).isEqualTo(definition);
        GameLab other = new GameLab();
        assertThat(other.experiments.definition(other.experiments.define(definition.toIni())))
                .isEqualTo(definition);
    }

    @Test
    void everythingWrongIsSaidTogether() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> lab.experiments.preview("""
                        [common]
                        protocol = game
                        rounds = 0
                        games = [two, pairs, lines, eleven]
                        [two]
                        actions = [2, zero]
                        payoffs = 1, 2
                        [pairs]
                        actions = [1, 1, 2]
                        payoffs = 1, 2, 3 | 1, 2
                        [lines]
                        actions = [2, 1, 2]
                        payoffs = 1, 2, 3 | 4, 5, 6
                        [eleven]
                        actions = [50, 50, 50]
                        payoffs = 1
                        """))
                .withMessageContaining("rounds")
                .withMessageContaining("expected 2 to 10 whole numbers")
                .withMessageContaining("row 1, cell 2: expected 3 numbers, one for each role")
                .withMessageContaining("expected 2 lines of 2 cells for the actions [2, 1, 2], but found 1 of 2")
                .withMessageContaining("at most 10000 cells, but this has 125000");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> lab.experiments.preview(
                        "[common]\nprotocol = game\nrounds = 1\ngames = [pd, good]\n" + GameLab.DILEMMA + PUBLIC_GOOD))
                .withMessageContaining("all games have as many roles, but \"pd\" has 2 and \"good\" has 3");
    }

    @Test
    void rolesAreFilledEvenlyAndLateJoinersTakeTheEmptiest() {
        ExperimentId id = started(7, "rounds = 3");

        assertThat(counts(id)).isEqualTo(Map.of(0, 3L, 1, 2L, 2, 2L));
        lab.register(id, "late");
        lab.register(id, "later");
        assertThat(counts(id)).isEqualTo(Map.of(0, 3L, 1, 3L, 2, 3L));
    }

    private Map<Integer, Long> counts(ExperimentId id) {
        return lab.state(id).players().stream()
                .collect(Collectors.groupingBy(
                        player -> player.seat().orElseThrow().role().number(), Collectors.counting()));
    }

    @Test
    void everybodyIsPaidAgainstTheAverageOfEveryOtherRole() {
        ExperimentId id = started(3, "rounds = 1\nshuffle = false\nlottery = Cake");
        lab.participation.play(id, in(id, 0), 0, 1, List.of("1"));
        lab.participation.play(id, in(id, 1), 0, 1, List.of("1/2", "1/2"));
        lab.participation.play(id, in(id, 2), 0, 1, List.of("1/3", "2/3"));
        lab.conduct.end(id);

        assertThat(view(id, in(id, 0)).payoff()).isEqualTo(Rational.ofText("11/2"));
        assertThat(view(id, in(id, 1)).payoff()).isEqualTo(Rational.ofText("17/2"));
        assertThat(view(id, in(id, 2)).payoff()).isEqualTo(Rational.ofText("19/2"));
        for (int role = 0; role < 3; role++) {
            RoundExplanation why = lab.experiments.explain(id, in(id, role), 0);
            assertThat(why.games().get(0).terms()).hasSize(4);
            assertThat(why.problem()).isEmpty();
        }
        assertThat(lab.rows(id, PastRow.class))
                .singleElement()
                .satisfies(row -> assertThat(row.currentsp2()).isEqualTo("1/2 1/2 | 1/3 2/3"));
        assertThat(lab.conduct.draw(id, 2, 42)).hasSize(2);
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    @Test
    void aParticipantSeesTheirOwnActionsAsRowsAndTheOthersCombinationsAsColumns() {
        ExperimentId id = started(3, "rounds = 1\nshuffle = false");

        OwnGame second = view(id, in(id, 1)).games().get(0);
        assertThat(second.cells().get(0).stream().map(cell -> cell.own().toString()))
                .as("giving, while the first and the third give and keep")
                .containsExactly("9", "6", "6", "3");
        assertThat(second.cells().get(1).get(2).others()).containsExactly(Rational.of(9), Rational.of(3));
        assertThat(second.otherOrder()).containsExactly(0, 1, 2, 3);
        assertThat(second.pure(List.of(Game.parsePayoffs("1 0"), Game.parsePayoffs("1/2 1/2"))))
                .containsExactly(Rational.ofText("15/2"), Rational.ofText("21/2"));
    }

    @Test
    void aRoundInWhichARoleHasNobodyIsSkipped() {
        ExperimentId id = started(3, "rounds = 1");
        lab.participation.play(id, in(id, 0), 0, 1, List.of("1"));
        lab.participation.play(id, in(id, 2), 0, 1, List.of("1"));
        lab.conduct.end(id);

        assertThat(lab.state(id).closed().get(0).averages().get(0).skipped()).isTrue();
        assertThat(view(id, in(id, 0)).payoff()).isEqualTo(Rational.ZERO);
    }
}
