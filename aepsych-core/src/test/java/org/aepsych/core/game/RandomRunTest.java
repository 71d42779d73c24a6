package org.aepsych.core.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.game.state.Player;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do in whatever order, the books are right. */
@OnEveryStorage
class RandomRunTest {
    private static final int CASES = 25;
    private static final int STEPS = 120;

    private final GameLab lab = new GameLab();

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheBooksRight(long seed) {
        Random random = new Random(seed);
        ExperimentId id = run(random);

        checkMoney(id);
        checkWindows(id);
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
        checkReload(id);
    }

    private ExperimentId run(Random random) {
        ExperimentId id = lab.experiments.define("[common]\nprotocol = game\ngames = [pd, rps]\nrounds = "
                + (1 + random.nextInt(6)) + "\nminutes = " + (1 + random.nextInt(20)) + "\nroundpct = "
                + random.nextInt(120) + "\nroundmin = " + random.nextInt(3) + "\nprounds = " + random.nextInt(4)
                + "\nplayermax = " + (random.nextBoolean() ? 0 : 1 + random.nextInt(3)) + "\n" + GameLab.DILEMMA
                + "[rps]\npayoffs = 1, -1 | -2, 0 || 0, 1/3 | 1/2, -7\n");
        for (int step = 0; step < STEPS && lab.state(id).phase() != GamePhase.DRAWN; step++) {
            try {
                step(id, random);
            } catch (AepsychException e) {
                assertThat(e.code())
                        .isIn(
                                StandardError.STATE_CONFLICT,
                                StandardError.ROUND_CLOSED,
                                StandardError.PARTICIPANT_NOT_FOUND,
                                StandardError.NOT_ALLOWED,
                                StandardError.INPUT_INVALID);
            }
        }
        return id;
    }

    private void step(ExperimentId id, Random random) {
        ParticipantId somebody =
                new ParticipantId(1L + random.nextInt(lab.state(id).players().size() + 1));
        int kind = random.nextInt(100);
        if (kind < 10) {
            lab.register(id, "person " + random.nextInt(1_000_000));
        } else if (kind < 14) {
            lab.conduct.start(id);
        } else if (kind < 85) {
            int share = random.nextInt(13);
            List<String> weights = List.of(share + "/12", 12 - share + "/12");
            lab.participation.play(id, somebody, Math.max(lab.state(id).round(), 0), 1 + random.nextInt(2), weights);
        } else if (kind < 88) {
            lab.participation.participantView(id, somebody);
        } else if (kind < 94) {
            lab.pass(Duration.ofSeconds(random.nextInt(1_500)));
            lab.tick(id);
        } else if (kind < 96) {
            lab.conduct.advance(id);
        } else if (kind < 98) {
            lab.conduct.disable(id, somebody);
        } else if (kind < 99) {
            lab.conduct.enable(id, somebody);
        } else {
            lab.conduct.draw(id, random.nextInt(2), random.nextLong());
        }
    }

    /** Adds the payoffs up again, from the payoff table to the tickets. */
    private void checkMoney(ExperimentId id) {
        Map<List<Object>, List<Rational>> paid = new HashMap<>();
        for (PayoffRow row : lab.rows(id, PayoffRow.class)) {
            paid.computeIfAbsent(List.of(row.round(), row.player()), key -> new ArrayList<>())
                    .add(Rational.ofText(row.payoff()));
        }
        Map<ParticipantId, Rational> sums = new HashMap<>();
        for (LotteryRow row : lab.rows(id, LotteryRow.class)) {
            List<Rational> parts = paid.getOrDefault(List.of(row.round(), row.player()), List.of());
            Rational current = parts.size() == 2 ? parts.get(0).plus(parts.get(1)) : Rational.ZERO;
            Rational sum = sums.merge(row.player(), current, Rational::plus);
            assertThat(row)
                    .isEqualTo(new LotteryRow(
                            row.round(),
                            row.player(),
                            sum.toString(),
                            sum.ceiling().longValueExact(),
                            current.toString()));
        }
        int settled = lab.state(id).closed().size();
        assertThat(lab.rows(id, LotteryRow.class))
                .hasSize(settled * lab.state(id).players().size());
        ExperimentRow experiment = lab.rows(id, ExperimentRow.class).get(0);
        List<PlayerRow> players = lab.rows(id, PlayerRow.class);
        assertThat(players.stream().mapToLong(PlayerRow::finalscore).sum()).isEqualTo(experiment.total());
        assertThat(players).allMatch(player -> player.finalscore() >= 0);
        List<Player> scored = lab.state(id).players().stream()
                .filter(player -> player.score().isPresent())
                .toList();
        long least =
                scored.stream().mapToLong(player -> tickets(sums, player.id())).reduce(0, Math::min);
        assertThat(scored)
                .allMatch(player -> player.score().orElseThrow().tickets() == tickets(sums, player.id()) - least);
        assertThat(experiment.state() < 2 && !scored.isEmpty()).isFalse();
    }

    private static long tickets(Map<ParticipantId, Rational> sums, ParticipantId player) {
        return sums.getOrDefault(player, Rational.ZERO).ceiling().longValueExact();
    }

    private void checkWindows(ExperimentId id) {
        Map<ParticipantId, PlayerRow> players = new HashMap<>();
        lab.rows(id, PlayerRow.class).forEach(row -> players.put(row.id(), row));
        ExperimentRow experiment = lab.rows(id, ExperimentRow.class).get(0);
        assertThat(lab.rows(id, ChoiceRow.class)).allSatisfy(choice -> {
            int joined = Optional.ofNullable(players.get(choice.player()))
                    .map(PlayerRow::joined)
                    .orElse(-1);
            assertThat(joined).isNotNegative();
            assertThat(choice.round()).isBetween(joined, joined + experiment.prounds() - 1);
        });
    }

    /** A server that starts now and folds the log shows what the one shows that has been running. */
    private void checkReload(ExperimentId id) {
        GameDoors fresh = GameDoors.over(
                new Engine<>(lab.protocol, lab.storage, lab.clock, Runnable::run),
                lab.storage,
                lab.clock,
                lab.extensions,
                new Random(0));
        assertThat(fresh.experiments().adminView(id)).isEqualTo(lab.experiments.adminView(id));
        for (Player player : lab.state(id).players()) {
            assertThat(fresh.participation().participantView(id, player.id()))
                    .isEqualTo(lab.participation.participantView(id, player.id()));
        }
    }
}
