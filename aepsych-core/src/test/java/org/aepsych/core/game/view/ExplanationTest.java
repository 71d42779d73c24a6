package org.aepsych.core.game.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.view.PayoffExplanation.Reason;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.Test;

/** Why a round paid what it paid. */
@OnEveryStorage
class ExplanationTest {
    private static final ParticipantId FIRST = new ParticipantId(1);

    private final GameLab lab = new GameLab();

    private static List<String> adds(PayoffExplanation game) {
        return game.terms().stream().map(term -> term.adds().toString()).toList();
    }

    private RoundExplanation explained(ExperimentId id, long participant, int round) {
        return lab.experiments.explain(id, new ParticipantId(participant), round);
    }

    @Test
    void aPayoffIsTheSumOfItsCells() {
        ExperimentId id = lab.started(2, "rounds = 2");
        lab.play(id, 1, 0, "1/3", "2/3");
        lab.play(id, 2, 0, "1/2", "1/2");
        lab.conduct.advance(id);

        for (long participant = 1; participant <= 2; participant++) {
            RoundExplanation round = explained(id, participant, 0);
            PayoffExplanation game = round.games().get(0);
            assertThat(game.reason()).isEqualTo(Reason.POPULATION);
            assertThat(game.terms()).hasSize(4);
            assertThat(PayoffExplanation.sum(game.terms()))
                    .isEqualTo(game.amount().orElseThrow())
                    .isEqualTo(round.payoff());
            assertThat(round.problem()).isEmpty();
        }
        boolean rowFirst = explained(id, 1, 0).role().isRow();
        PayoffExplanation first = explained(id, 1, 0).games().get(0);
        assertThat(adds(first))
                .isEqualTo(rowFirst ? List.of("1/2", "0", "5/3", "1/3") : List.of("1/2", "5/3", "0", "1/3"));
    }

    @Test
    void whatNobodyPlayedIsLeftOut() {
        ExperimentId id = lab.started(2, "rounds = 2");
        lab.play(id, 1, 0, "1", "0");
        lab.play(id, 2, 0, "0", "1");
        lab.conduct.advance(id);

        assertThat(explained(id, 1, 0).games().get(0).terms()).hasSize(1);
    }

    @Test
    void whoMetNobodyIsTold() {
        ExperimentId id = lab.started(2, "rounds = 2");
        lab.play(id, 1, 0, "1", "0");
        lab.conduct.advance(id);

        RoundExplanation alone = explained(id, 1, 0);
        assertThat(alone.games().get(0).reason()).isEqualTo(Reason.NOBODY);
        assertThat(alone.games().get(0).amount()).contains(Rational.ZERO);
        assertThat(alone.problem()).isEmpty();
        RoundExplanation absent = explained(id, 2, 0);
        assertThat(absent.games().get(0).reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(absent.games().get(0).amount()).isEmpty();
        assertThat(absent.problem()).isEmpty();
    }

    @Test
    void hiddenHistoryStaysHiddenFromParticipantsOnly() {
        ExperimentId id = lab.started(2, "rounds = 2\nshow_history = false");
        lab.play(id, 1, 0, "1", "0");
        lab.play(id, 2, 0, "1", "0");
        lab.conduct.advance(id);

        PayoffExplanation told =
                lab.participation.explainTo(id, FIRST, 0).games().get(0);
        assertThat(told.reason()).isEqualTo(Reason.HIDDEN);
        assertThat(told.others()).isEmpty();
        assertThat(told.terms()).isEmpty();
        assertThat(told.amount()).contains(Rational.of(3));
        assertThat(explained(id, 1, 0).games().get(0).terms()).hasSize(1);
    }

    @Test
    void onlySettledRoundsOfThoseWhoJoinedAreUnfolded() {
        ExperimentId id = lab.started(2, "rounds = 2");

        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> explained(id, 1, 0))
                .withMessageContaining("no round is")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.INPUT_INVALID));
        lab.conduct.end(id);
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> explained(id, 1, 2))
                .withMessageContaining("allowed are 0 to 1");
        ParticipantId late = lab.register(id, "late");
        assertThatExceptionOfType(AepsychException.class)
                .isThrownBy(() -> explained(id, late.value(), 0))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(StandardError.STATE_CONFLICT));
    }

    @Test
    void aFalsifiedExplanationIsFoundOut() {
        Game game = new Game(
                1, "three", List.of(2, 2, 2), Game.parsePayoffs("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6"));
        Role third = new Role(2);
        List<Rational> half = Game.parsePayoffs("1/2 1/2");
        List<List<Rational>> others = List.of(half, Game.parsePayoffs("1/3 2/3"), List.of());
        List<PayoffExplanation.Term> terms = PayoffExplanation.terms(game, third, half, others);
        Rational amount = PayoffExplanation.sum(terms);

        assertThat(terms).hasSize(8);
        assertThat(amount).isEqualTo(expected(game, third, Map.of(0, half, 1, others.get(1), 2, half)));
        assertThat(explanation(half, others, terms, amount).problem(third)).isEmpty();
        assertThat(explanation(half, others, terms, amount.plus(Rational.ONE)).problem(third))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("add up to"));
        assertThat(explanation(Game.parsePayoffs("1 0"), others, terms, amount).problem(third))
                .isPresent();
    }

    private static PayoffExplanation explanation(
            List<Rational> own, List<List<Rational>> others, List<PayoffExplanation.Term> terms, Rational amount) {
        return new PayoffExplanation(1, Reason.POPULATION, own, others, terms, Optional.of(amount));
    }

    private static Rational expected(Game game, Role role, Map<Integer, List<Rational>> mixtures) {
        Rational sum = Rational.ZERO;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                for (int c = 0; c < 2; c++) {
                    sum = sum.plus(game.payoff(role, a, b, c)
                            .times(Objects.requireNonNull(mixtures.get(0)).get(a))
                            .times(Objects.requireNonNull(mixtures.get(1)).get(b))
                            .times(Objects.requireNonNull(mixtures.get(2)).get(c)));
                }
            }
        }
        return sum;
    }
}
