package org.aepsych.core.game.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.core.account.Presence;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.GameDoors;
import org.aepsych.core.game.GameLab;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.testing.OnEveryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real clock that began just before the boundaries that matter. */
@OnEveryStorage
class RoundTimerTest {
    private final GameLab lab = new GameLab();
    private final ExecutorService lanes = Executors.newFixedThreadPool(2);

    /** Real time, moved so that the test does not wait for minutes. */
    private volatile Duration ahead = Duration.ZERO;

    private final InstantSource clock = () -> Instant.now().plus(ahead);
    private final Engine<GameState, GameEvent> engine = new Engine<>(lab.protocol, lab.storage, clock, lanes);
    private final GameDoors doors = GameDoors.over(engine, lab.storage, clock, lab.extensions, new Random(3));
    private final GameExperiments experiments = doors.experiments();
    private final GameConduct conduct = doors.conduct();
    private final GameParticipation participation = doors.participation();
    private final RoundTimer timer = new RoundTimer(engine, lab.storage, clock, lab.extensions, new Presence(clock));

    @AfterEach
    void stop() {
        timer.close();
        lanes.shutdown();
    }

    private ExperimentId started(String options) {
        ExperimentId id =
                experiments.define("[common]\nprotocol = game\ngames = [pd]\n" + options + "\n" + GameLab.DILEMMA);
        participation.register(id, "a", Optional.empty());
        participation.register(id, "b", Optional.empty());
        conduct.start(id);
        return id;
    }

    private int logged(ExperimentId id, String type) {
        return (int) lab.storage.events().read(experiments.stream(id), 0).stream()
                .filter(recorded -> recorded.type().equals(type))
                .count();
    }

    @Test
    void endsRoundsThoughNobodyCalls() {
        timer.start();
        ExperimentId id =
                started("rounds = 3\nminutes = 1\nstart = " + clock.instant().plusMillis(300));

        await().atMost(Duration.ofSeconds(20)).until(() -> logged(id, "advance") == 1);
        assertThat(logged(id, "settle")).isZero();
    }

    @Test
    void takesUpExperimentsThatWereStartedBefore() {
        ExperimentId id = started("rounds = 2\nminutes = 1");
        ahead = Duration.ofMinutes(2);

        timer.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> logged(id, "finish") == 1);
        assertThat(logged(id, "settle")).isEqualTo(2);
    }

    @Test
    void endsARoundWhenItsGraceTimeEnds() {
        timer.start();
        ahead = Duration.ofSeconds(-59);
        ExperimentId id = started("rounds = 2\nroundmin = 1\nminutes = 5");
        participation.play(id, new ParticipantId(1), 0, 1, List.of("1"));
        ahead = Duration.ZERO;

        participation.play(id, new ParticipantId(2), 0, 1, List.of("1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> logged(id, "advance") == 2);
    }

    @Test
    void noticesWhoIsSilentThoughNobodyCalls() {
        timer.start();
        ExperimentId id = started("rounds = 2\nminutes = 60\nsilent_after = 20\nif_silent = skip");
        ahead = Duration.ofSeconds(21);

        participation.play(id, new ParticipantId(1), 0, 1, List.of("1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> logged(id, "silent") >= 1);
    }

    @Test
    void staysQuietOnceClosed() {
        timer.start();
        timer.close();
        timer.close();
        ExperimentId id =
                started("rounds = 3\nminutes = 1\nstart = " + clock.instant().plusSeconds(3600));

        assertThat(logged(id, "start")).isEqualTo(1);
    }
}
