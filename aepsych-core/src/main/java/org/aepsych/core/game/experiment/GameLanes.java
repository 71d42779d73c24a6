package org.aepsych.core.game.experiment;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.engine.Lane;
import org.aepsych.core.game.decision.GameCommand;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.decision.RoundPolicy;
import org.aepsych.core.game.decision.Tick;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.event.GameEvent.GameDefined;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.plugin.Extensions;

/**
 * The lanes of game experiments by the experiments' names, and the wait for what they answer. What doors call stands on
 * this: {@link GameExperiments}, {@code GameConduct}, {@code GameParticipation}. Thread-safe.
 */
public final class GameLanes {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Engine<GameState, GameEvent> engine;
    private final InstantSource clock;
    private final GameNames names;
    private final PayoffRules rules;

    /**
     * Takes what it works with.
     *
     * @param engine writes the logs
     * @param storage where they are
     * @param clock tells whether a round is over
     * @param extensions has the payoff rules
     */
    @Inject
    public GameLanes(Engine<GameState, GameEvent> engine, Storage storage, InstantSource clock, Extensions extensions) {
        this.engine = engine;
        this.clock = clock;
        this.names = new GameNames(storage.streams());
        this.rules = new PayoffRules(extensions);
    }

    /**
     * Returns what commands settle rounds with.
     *
     * @return the same for all
     */
    public PayoffRules rules() {
        return rules;
    }

    /** Opens the log of a new experiment. */
    void open(StreamHeader header, GameDefined first) {
        StreamId stream = engine.open(header, first, Optional.empty()).stream();
        names.keep(header.experimentId(), stream);
    }

    /** Returns the logs of all game experiments, in the order in which they were opened. */
    Stream<OpenedStream> streams() {
        return names.streams();
    }

    /**
     * Finds an experiment's log.
     *
     * @param experiment which
     * @return its stream
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there is no game experiment of that id
     */
    public StreamId stream(ExperimentId experiment) {
        return names.stream(experiment);
    }

    /** Tells which experiment has grown, on a thread of the engine. */
    void onCommit(Consumer<ExperimentId> listener) {
        engine.onCommit((stream, last) -> names.of(stream).ifPresent(listener));
    }

    /** Tells which experiment has grown by what, on a thread of the engine. */
    void onEvents(BiConsumer<ExperimentId, List<GameEvent>> listener) {
        engine.onEvents((stream, last, events) ->
                names.of(stream).ifPresent(experiment -> listener.accept(experiment, events)));
    }

    /**
     * Returns the present state, after ending rounds that should have ended by now.
     *
     * @param experiment which
     * @return the state, which does not change any more
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if a round
     *     has to be ended and nothing can be recorded
     */
    public GameState state(ExperimentId experiment) {
        StreamId stream = stream(experiment);
        GameState state = asRecorded(stream);
        if (RoundPolicy.due(state, clock.instant()).isPresent()) {
            await(engine.lane(stream).submit(new Tick(rules)));
            return asRecorded(stream);
        }
        return state;
    }

    /** Returns the present state without looking at the clock. */
    GameState asRecorded(StreamId stream) {
        return await(engine.lane(stream).read(state -> state));
    }

    /**
     * Gives a command to an experiment's lane, and waits until what it did is durable.
     *
     * @param <R> the answer
     * @param experiment which
     * @param command what is wanted
     * @return the answer
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}; {@code STORAGE_UNAVAILABLE} or {@code CLOSED} if nothing
     *     can be recorded; what the command is refused with
     */
    public <R> R submit(ExperimentId experiment, GameCommand<R> command) {
        return await(lane(experiment).submit(command));
    }

    /**
     * Does something while nobody else decides anything in an experiment.
     *
     * @param <R> what comes of it
     * @param experiment which
     * @param work what to do; it must not wait for the experiment's lane
     * @return what came of it
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND}, or what the work throws
     */
    public <R> R alone(ExperimentId experiment, Supplier<R> work) {
        return await(lane(experiment).read(state -> work.get()));
    }

    /**
     * Forgets an experiment that is gone; its name may be given to another.
     *
     * @param experiment which
     * @throws AepsychException {@code EXPERIMENT_NOT_FOUND} if there was none of that id
     */
    public void forget(ExperimentId experiment) {
        StreamId stream = stream(experiment);
        names.forget(experiment);
        engine.forget(stream);
    }

    private Lane<GameState, GameEvent> lane(ExperimentId experiment) {
        return engine.lane(stream(experiment));
    }

    private static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AepsychException refused) {
                throw refused;
            }
            throw new AepsychException(StandardError.INTERNAL_ERROR, "the request failed inside the program", e);
        } catch (TimeoutException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    "nothing was recorded within " + LONGEST_WAIT.toSeconds() + " seconds; look whether it was later",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AepsychException(StandardError.CLOSED, "the request was interrupted", e);
        }
    }
}
