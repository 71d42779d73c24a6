package org.aepsych.core.game.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.game.Mixture;
import org.aepsych.api.number.Rational;
import org.aepsych.api.player.PlayerSituation;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.conduct.Start;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.LotteryBound;
import org.aepsych.core.game.event.GameEvent.LotteryDrawn;
import org.aepsych.core.game.event.GameEvent.MixturePlayed;
import org.aepsych.core.game.event.GameEvent.ParticipantJoined;
import org.aepsych.core.game.event.GameEvent.ParticipantRegistered;
import org.aepsych.core.game.event.GameEvent.QuestionAnswered;
import org.aepsych.core.game.participation.Register;
import org.aepsych.core.game.participation.Register.Applicant;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.core.testing.OnEveryStorage;
import org.aepsych.core.testing.StorageForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is simulated is what would have been served. */
@OnEveryStorage
class VirtualExperimentTest {
    private static final int CASES = 12;

    private final GameLab served = new GameLab();
    private final Storage simulated = StorageForTests.forTest();

    static LongStream seeds() {
        return LongStream.range(0, CASES);
    }

    private static String definition(long seed) {
        return "[common]\nprotocol = game\ngames = [pd, rps]\nminutes = 2\nlottery = Cake\nlottery_draw = "
                + List.of("seed", "committed").get((int) seed % 2) + "\nrounds = " + (3 + seed % 4)
                + "\nroundpct = " + List.of(100, 0, 60).get((int) seed % 3) + "\nprounds = " + seed % 4
                + "\nplayermax = " + List.of(0, 3).get((int) seed % 2)
                + "\nquestionnaire = " + (seed % 4 == 1)
                + "\n" + GameLab.DILEMMA + "[rps]\npayoffs = 1, -1 | -2, 0 | 2, 2 || 0, 1/3 | 1/2, -7 | 1, 1\n";
    }

    private static Mixture play(PlayerSituation situation, RandomGenerator random) {
        int share = random.nextInt(13);
        List<Rational> weights = new ArrayList<>();
        for (int action = 0; action < situation.actions(); action++) {
            weights.add(
                    action == 0 ? Rational.of(share, 12) : action == 1 ? Rational.of(12 - share, 12) : Rational.ZERO);
        }
        return new Mixture(weights);
    }

    private SimulatedRun simulate(long seed, ExperimentId id) {
        String text = definition(seed);
        Behaviour behaviour = new Behaviour(
                Duration.ofSeconds(5),
                Duration.ofSeconds(70),
                seed % 2 == 0 ? Duration.ZERO : Duration.ofMinutes(5),
                seed % 3 == 0 ? 0.1 : 0);
        SimulationPlan plan = new SimulationPlan(
                text,
                served.experiments.preview(text),
                9,
                RolePolicies.all(VirtualExperimentTest::play),
                behaviour,
                seed,
                GameLab.MORNING);
        VirtualLog log = VirtualLog.kept(served.protocol);
        SimulatedRun run = new Simulation(plan, served.extensions, log, round -> {}).run();
        assertThat(log.store(simulated, id, "simulated")).isEqualTo(new StreamId(1));
        return run;
    }

    @Test
    void whoIsSimulatedAnswersEveryQuestionBeforeTheyJoin() {
        Set<ParticipantId> joined = new HashSet<>();
        Map<ParticipantId, Integer> answered = new HashMap<>();
        simulate(1, new ExperimentId("asked"));
        simulated.events().read(new StreamId(1), 0).stream()
                .map(served.protocol::decode)
                .forEach(event -> {
                    if (event instanceof QuestionAnswered answer) {
                        answered.merge(answer.participant(), 1, Integer::sum);
                    } else if (event instanceof ParticipantJoined join) {
                        assertThat(answered).containsEntry(join.participant(), 8);
                        joined.add(join.participant());
                    }
                });

        assertThat(joined).isNotEmpty();
        assertThat(simulated.results().orElseThrow().read(new StreamId(1)))
                .filteredOn(ResultRow.QuestionnaireRow.class::isInstance)
                .hasSize(8 * answered.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheLogAndTheTablesOfAServedExperimentInWhichTheSameIsDone(long seed) {
        SimulatedRun run = simulate(seed, new ExperimentId("simulated"));

        List<RecordedEvent> log = simulated.events().read(new StreamId(1), 0);
        ExperimentId id = served.experiments.define(definition(seed));
        for (RecordedEvent recorded : log) {
            served.pass(Duration.between(served.clock.instant(), recorded.timestamp()));
            serve(id, served.protocol.decode(recorded), secret(log));
        }

        assertThat(served.storage.events().read(served.stream(id), 0)).isEqualTo(log);
        assertThat(served.rows(id)).containsExactlyInAnyOrderElementsOf(rows()).hasSizeGreaterThan(100);
        assertThat(run.plays())
                .isEqualTo(served.rows(id, ResultRow.ChoiceRow.class).size());
        assertThat(run.participants())
                .allMatch(outcome -> outcome.payoff()
                        .equals(served.state(id).known(outcome.participant()).payoff()));
        assertThat(new VirtualExperimentTest().simulate(seed, new ExperimentId("again")))
                .isEqualTo(run);
    }

    private String secret(List<RecordedEvent> log) {
        return log.stream()
                .map(served.protocol::decode)
                .filter(LotteryBound.class::isInstance)
                .map(event -> ((LotteryBound) event).secret())
                .findFirst()
                .orElse("none");
    }

    private List<ResultRow> rows() {
        return simulated.results().orElseThrow().read(new StreamId(1));
    }

    /** Does what somebody did; what follows from it by rule must follow here, too. */
    private void serve(ExperimentId id, GameEvent event, String secret) {
        if (event instanceof ParticipantRegistered registered) {
            Applicant applicant = new Applicant(
                    served.stream(id),
                    "simulated-" + registered.participant(),
                    Optional.empty(),
                    registered.selfRegistered(),
                    registered.rseed());
            served.lane(id)
                    .submit(new Register(served.rules, served.storage.persons(), applicant))
                    .join();
        } else if (event instanceof ParticipantJoined joined && served.state(id).round() >= 0) {
            served.participation.join(id, joined.participant());
        } else if (event instanceof MixturePlayed played) {
            served.participation.play(id, played.participant(), played.round(), played.game(), played.mixture());
        } else if (event instanceof QuestionAnswered answer) {
            assertThat(served.participation.answer(id, answer.participant(), answer.question(), answer.given()))
                    .as("simulated participants know the answers")
                    .isTrue();
        } else if (event instanceof LotteryDrawn drawn) {
            served.conduct.draw(id, drawn.wanted(), drawn.seed());
        } else if (event instanceof GameEvent.ExperimentStarted) {
            served.lane(id).submit(new Start(served.rules, () -> secret)).join();
        } else {
            served.tick(id);
        }
    }
}
