package org.aepsych.core.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.game.Game;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.game.Role;
import org.aepsych.api.number.Rational;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.event.GameEvent.RoundSettled;
import org.aepsych.core.game.state.GamePhase;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Experiments whose people come, play, are excluded, let go and written to, go silent and come back, whose rounds are
 * ended by hand, whose clock jumps both ways and whose server is restarted, all in random order: in the end every sum can
 * be done again from the choices alone.
 */
@OnEveryStorage
class RandomLifeTest {
    private static final int CASES = 20;
    private static final int STEPS = 250;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(20);

    private final GameLab lab = new GameLab();
    private GameDoors doors = lab.doors;
    private int restarts;

    static LongStream seeds() {
        return LongStream.range(1_000, 1_000 + CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksAreRightWhateverHappens(long seed) {
        Random random = new Random(seed);
        ExperimentId id = define(random);
        for (int step = 0; step < STEPS && doors.experiments().summary(id).phase() != GamePhase.OVER; step++) {
            try {
                step(id, random);
            } catch (AepsychException e) {
                assertThat(e.code().kind()).as(e.toString()).isNotIn(ErrorKind.INTERNAL, ErrorKind.PLUGIN);
            }
            if (step % 5 == 0) {
                nobodyIsStranded(id);
            }
        }
        finish(id);

        pointsFollowFromTheChoicesAlone(id);
        everyRoundIsSettledOnce(id);
        assertThat(lab.replay().verify(lab.stream(id)).problem()).isEmpty();
        assertThat(lab.replay().rebuild(lab.stream(id)).identical()).isTrue();
    }

    private ExperimentId define(Random random) {
        return doors.experiments()
                .define("[common]\nprotocol = game\ngames = [pd, rps]\nrounds = " + (1 + random.nextInt(6))
                        + "\nminutes = " + (1 + random.nextInt((int) LONGEST_ROUND.toMinutes())) + "\nroundpct = "
                        + random.nextInt(120) + "\nroundmin = " + random.nextInt(3) + "\nprounds = " + random.nextInt(4)
                        + "\n"
                        + silence(random)
                        + GameLab.DILEMMA + "[rps]\npayoffs = 1, -1 | -2, 0 || 0, 1/3 | 1/2, -7\n");
    }

    private static String silence(Random random) {
        List<String> actions = List.of("wait", "skip", "bot:coin", "release");
        return random.nextInt(3) == 0
                ? ""
                : "silent_after = 60\nif_silent = [" + actions.get(random.nextInt(4)) + ", "
                        + actions.get(random.nextInt(4)) + "]\n";
    }

    private void step(ExperimentId id, Random random) {
        ParticipantId somebody = new ParticipantId(
                1L + random.nextInt(doors.experiments().summary(id).participants() + 1));
        int kind = random.nextInt(100);
        if (kind < 8) {
            doors.participation().register(id, "person " + random.nextInt(1_000_000), Optional.empty());
        } else if (kind < 12) {
            doors.conduct().start(id);
        } else if (kind < 80) {
            int share = random.nextInt(13);
            List<String> weights = List.of(share + "/12", 12 - share + "/12");
            int round = Math.max(doors.experiments().summary(id).clock().round(), 0);
            doors.participation().play(id, somebody, round, 1 + random.nextInt(2), weights);
        } else if (kind < 86) {
            lab.pass(Duration.ofSeconds(random.nextInt(1_000) - 300L));
        } else if (kind < 87) {
            lab.hear(id, somebody.value());
        } else if (kind < 88) {
            var unused = lab.look(id);
            if (random.nextInt(10) == 0) {
                doors.conduct().release(id, somebody);
            } else {
                doors.conduct().writeToAll(id, "note " + random.nextInt(10));
                doors.participation().dismiss(id, somebody, 1);
            }
        } else if (kind < 89) {
            doors.conduct().advance(id);
        } else if (kind < 92) {
            doors.conduct().disable(id, somebody);
        } else if (kind < 95) {
            doors.conduct().enable(id, somebody);
        } else {
            restart();
        }
    }

    /** Another server over the same storage, which knows nothing but the log. */
    private void restart() {
        restarts++;
        doors = GameDoors.over(
                new Engine<>(lab.protocol, lab.storage, lab.clock, Runnable::run),
                lab.storage,
                lab.clock,
                lab.extensions,
                new Random(restarts));
    }

    /** Who may play in the running round can; who waits for one is let in as long as there will be one. */
    private void nobodyIsStranded(ExperimentId id) {
        int round = doors.experiments().summary(id).clock().round();
        int rounds = doors.experiments().definition(id).schedule().rounds();
        boolean started = doors.experiments().summary(id).phase() == GamePhase.STARTED;
        if (started) {
            assertThat(doors.experiments().summary(id).clock().deadline())
                    .as("something ends round %d", round)
                    .isPresent();
        }
        for (PlayerRow row : lab.rows(id, PlayerRow.class)) {
            var view = doors.participation().participantView(id, row.id());
            if (started && view.enabled() && round + 1 < rounds) {
                assertThat(view.inLobby()).as("participant %s waits", row.id()).isFalse();
            }
            if (view.playing()) {
                assertThat(view.games()).hasSize(2);
            }
        }
    }

    private void finish(ExperimentId id) {
        if (doors.experiments().summary(id).phase() == GamePhase.NEW) {
            doors.conduct().start(id);
        }
        lab.pass(LONGEST_ROUND.multipliedBy(20));
        assertThat(doors.experiments().summary(id).phase()).isEqualTo(GamePhase.OVER);
        assertThat(lab.rows(id, PlayerRow.class))
                .allMatch(row -> doors.participation()
                        .participantView(id, row.id())
                        .result()
                        .isPresent());
    }

    /** Does every sum again from three tables and the definition, without the program's own arithmetic of games. */
    private void pointsFollowFromTheChoicesAlone(ExperimentId id) {
        List<Game> games = doors.experiments().definition(id).games();
        int rounds = doors.experiments().definition(id).schedule().rounds();
        Map<ParticipantId, Role> roles = new HashMap<>();
        lab.rows(id, PlayerRow.class).forEach(row -> roles.put(row.id(), new Role(row.role())));
        Map<Integer, Map<ParticipantId, Map<Integer, Mixture>>> played = new HashMap<>();
        lab.rows(id, ChoiceRow.class)
                .forEach(choice -> played.computeIfAbsent(choice.round(), r -> new TreeMap<>())
                        .computeIfAbsent(choice.player(), p -> new HashMap<>())
                        .put(choice.game(), Mixture.parse(choice.strats())));
        Map<ParticipantId, Rational> sums = new HashMap<>();
        Map<List<Object>, LotteryRow> stored = new HashMap<>();
        lab.rows(id, LotteryRow.class).forEach(row -> stored.put(List.of(row.round(), row.player()), row));
        for (int round = 0; round < rounds; round++) {
            Map<ParticipantId, Map<Integer, Mixture>> complete = new TreeMap<>(played.getOrDefault(round, Map.of()));
            complete.values().removeIf(mixtures -> mixtures.size() < games.size());
            for (ParticipantId player : roles.keySet()) {
                Rational current = Rational.ZERO;
                if (complete.containsKey(player)) {
                    for (Game game : games) {
                        current = current.plus(meetingEverybody(player, game, roles, complete));
                    }
                }
                Rational sum = sums.merge(player, current, Rational::plus);
                LotteryRow row = stored.get(List.of(round, player));
                assertThat(row)
                        .isEqualTo(new LotteryRow(
                                round, player, sum.toString(), sum.ceiling().longValueExact(), current.toString()));
            }
        }
    }

    /** Returns the mean of what meeting each opponent would have paid. */
    private static Rational meetingEverybody(
            ParticipantId player,
            Game game,
            Map<ParticipantId, Role> roles,
            Map<ParticipantId, Map<Integer, Mixture>> complete) {
        Role mine = known(roles, player);
        List<Rational> met = new ArrayList<>();
        complete.forEach((opponent, mixtures) -> {
            if (!known(roles, opponent).equals(mine)) {
                Rational sum = Rational.ZERO;
                for (int row = 0; row < game.rows(); row++) {
                    for (int column = 0; column < game.columns(); column++) {
                        Mixture own = known(known(complete, player), game.id());
                        Mixture other = known(mixtures, game.id());
                        Rational chance = own.weights()
                                .get(mine.isRow() ? row : column)
                                .times(other.weights().get(mine.isRow() ? column : row));
                        sum = sum.plus(chance.times(game.payoff(mine, row, column)));
                    }
                }
                met.add(sum);
            }
        });
        return met.isEmpty()
                ? Rational.ZERO
                : met.stream().reduce(Rational.ZERO, Rational::plus).dividedBy(Rational.of(met.size()));
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }

    private void everyRoundIsSettledOnce(ExperimentId id) {
        List<RecordedEvent> log = lab.storage.events().read(lab.stream(id), 0);
        List<Integer> settled = log.stream()
                .filter(recorded -> recorded.type().equals("settle"))
                .map(recorded -> ((RoundSettled) lab.protocol.decode(recorded)).round())
                .toList();
        int rounds = doors.experiments().definition(id).schedule().rounds();
        assertThat(settled).isEqualTo(IntStream.range(0, rounds).boxed().toList());
        assertThat(log.stream().filter(recorded -> recorded.type().equals("finish")))
                .hasSize(1);
    }
}
