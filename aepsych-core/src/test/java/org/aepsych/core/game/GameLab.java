package org.aepsych.core.game;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.account.ParticipantLogin;
import org.aepsych.core.account.Passwords;
import org.aepsych.core.account.Presence;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.engine.Lane;
import org.aepsych.core.game.conduct.GameConduct;
import org.aepsych.core.game.conduct.RecordedWipe;
import org.aepsych.core.game.decision.GameProtocol;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.decision.SignsOfLife;
import org.aepsych.core.game.decision.Tick;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.experiment.GameExperiments;
import org.aepsych.core.game.participation.GameParticipation;
import org.aepsych.core.game.participation.ParticipantAccess;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.plugin.Extensions;
import org.aepsych.core.replay.Replay;
import org.aepsych.core.secret.SecretSource;
import org.aepsych.core.testing.SettableClock;
import org.aepsych.core.testing.StorageForTests;

/** Game experiments in memory, with a clock in the test's hands; everything happens on the test's thread. */
public final class GameLab {
    public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    public static final String DILEMMA = """
            [pd]
            payoffs =
                3, 3 | 0, 5
                5, 0 | 1, 1
            """;

    public final Storage storage = StorageForTests.forTest();
    public final SettableClock clock = new SettableClock(MORNING);
    public final Extensions extensions = new Extensions(
            Map.of(), Map.of("population-average", new NaiveAverage()), Map.of("coin", new Coin()), Map.of());
    public final Presence presence = new Presence(clock);
    public final PayoffRules rules = new PayoffRules(extensions);
    public final GameProtocol protocol = new GameProtocol(extensions);
    public final Engine<GameState, GameEvent> engine = new Engine<>(protocol, storage, clock, Runnable::run);
    public final GameDoors doors = GameDoors.over(engine, storage, clock, extensions, new Random(1));
    public final GameExperiments experiments = doors.experiments();
    public final GameConduct conduct = doors.conduct();
    public final GameParticipation participation = doors.participation();

    /** Sets up an experiment of prisoner's dilemmas. */
    public ExperimentId define(String options) {
        return experiments.define("[common]\nprotocol = game\ngames = [pd]\n" + options + "\n" + DILEMMA);
    }

    /** Sets up and starts an experiment with players {@code p1}, {@code p2} and so on. */
    public ExperimentId started(int players, String options) {
        ExperimentId id = define(options);
        for (int player = 1; player <= players; player++) {
            register(id, "p" + player);
        }
        conduct.start(id);
        return id;
    }

    public ParticipantId register(ExperimentId id, String identifier) {
        return participation.register(id, identifier, Optional.empty()).participant();
    }

    /** How invited participants get in. */
    public ParticipantAccess access() {
        SecretSource secrets = SecretSource.secure();
        return new ParticipantAccess(doors.lanes(), participation, storage, clock, new Passwords(secrets), secrets);
    }

    /** Makes an experiment new again, in its log only: as a server does that is stopped right then. */
    public List<ParticipantId> wipe(ExperimentId id) {
        return RecordedWipe.of(conduct, id);
    }

    public GameState state(ExperimentId id) {
        return lane(id).read(state -> state).join();
    }

    public Lane<GameState, GameEvent> lane(ExperimentId id) {
        return engine.lane(experiments.stream(id));
    }

    public Optional<Instant> tick(ExperimentId id) {
        return lane(id).submit(new Tick(rules)).join();
    }

    /** Somebody gives a sign of life. */
    public void hear(ExperimentId id, long participant) {
        presence.seen(new ParticipantLogin(stream(id), new ParticipantId(participant)));
    }

    /** Looks at the clock and at who was heard of since the morning. */
    public Optional<Instant> look(ExperimentId id) {
        SignsOfLife signs = SignsOfLife.of(presence, stream(id), MORNING);
        return lane(id).submit(new Tick(rules, signs)).join();
    }

    public void pass(Duration time) {
        clock.move(time);
    }

    public void play(ExperimentId id, long participant, int round, String... weights) {
        participation.play(id, new ParticipantId(participant), round, 1, List.of(weights));
    }

    public List<ResultRow> rows(ExperimentId id) {
        return storage.results().orElseThrow().read(experiments.stream(id));
    }

    public <T extends ResultRow> List<T> rows(ExperimentId id, Class<T> table) {
        return rows(id).stream().filter(table::isInstance).map(table::cast).toList();
    }

    /** Returns the types of the events after a sequence. */
    public List<String> types(ExperimentId id, long after) {
        return storage.events().read(experiments.stream(id), after).stream()
                .map(recorded -> recorded.type())
                .toList();
    }

    public Replay<GameState, GameEvent> replay() {
        return new Replay<>(protocol, storage);
    }

    public StreamId stream(ExperimentId id) {
        return experiments.stream(id);
    }
}
