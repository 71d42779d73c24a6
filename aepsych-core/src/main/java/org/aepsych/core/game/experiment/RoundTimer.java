package org.aepsych.core.game.experiment;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Storage;
import org.aepsych.api.storage.StreamStore.OpenedStream;
import org.aepsych.core.account.Presence;
import org.aepsych.core.engine.Engine;
import org.aepsych.core.game.decision.PayoffRules;
import org.aepsych.core.game.decision.SignsOfLife;
import org.aepsych.core.game.decision.Tick;
import org.aepsych.core.game.event.GameEvent;
import org.aepsych.core.game.state.GameState;
import org.aepsych.core.plugin.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends rounds on schedule, and notices who has gone silent, though nobody calls. It looks at an experiment whenever
 * something was recorded in it and when something will be due. Several servers may each have one: only the first to write
 * ends a round.
 */
public final class RoundTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoundTimer.class);

    /** Looks again at least this often while something is due later, since computers' clocks are set and suspended. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Engine<GameState, GameEvent> engine;
    private final Storage storage;
    private final InstantSource clock;
    private final Presence presence;
    private final PayoffRules rules;
    private final RestingGames resting;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "round-timer");
        named.setDaemon(true);
        return named;
    });

    /** When each stream is looked at next; like the two sets, only touched by {@link #thread}. */
    private final Map<StreamId, ScheduledFuture<?>> scheduled = new HashMap<>();

    /** Experiments of before the start that were not looked at yet; likewise. */
    private final Deque<OpenedStream> unseen = new ArrayDeque<>();

    private final Set<StreamId> looking = new HashSet<>();
    private final Set<StreamId> changedMeanwhile = new HashSet<>();

    /** Nobody is silent before they could have been heard of. */
    private Instant began = Instant.EPOCH;

    /**
     * A timer that does nothing until it is started.
     *
     * @param engine writes the logs
     * @param storage where they are
     * @param clock tells the time
     * @param extensions has the payoff rules
     * @param presence knows who was heard of
     */
    @Inject
    public RoundTimer(
            Engine<GameState, GameEvent> engine,
            Storage storage,
            InstantSource clock,
            Extensions extensions,
            Presence presence) {
        this.engine = engine;
        this.storage = storage;
        this.clock = clock;
        this.presence = presence;
        this.rules = new PayoffRules(extensions);
        this.resting = new RestingGames(storage, clock);
    }

    /** Begins with all experiments of the storage; rounds that ended while no server ran end now. */
    public void start() {
        began = clock.instant();
        engine.onCommit((stream, last) -> later(() -> look(stream)));
        later(() -> {
            List<OpenedStream> games = storage.streams().list().stream()
                    .filter(opened -> opened.header().protocol() == Protocol.GAME)
                    .toList();
            games.forEach(unseen::addFirst);
            lookAtNextUnseen();
        });
    }

    /** One after the other, the newest first: a server that has just started has other things to do, too. */
    private void lookAtNextUnseen() {
        Instant now = clock.instant();
        OpenedStream next = unseen.poll();
        while (next != null && resting.find(next, now).isPresent()) {
            next = unseen.poll();
        }
        if (next != null) {
            look(next.id(), () -> later(this::lookAtNextUnseen));
        }
    }

    /** Ends nothing any more; may be called twice. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.trace("the timer has been closed", e);
        }
    }

    /** Looks once at a time, however much is recorded meanwhile. */
    private void look(StreamId stream) {
        look(stream, () -> {});
    }

    private void look(StreamId stream, Runnable afterwards) {
        cancel(stream);
        if (!looking.add(stream)) {
            changedMeanwhile.add(stream);
            afterwards.run();
        } else {
            var unused = engine.lane(stream)
                    .submit(new Tick(rules, SignsOfLife.of(presence, stream, began)))
                    .whenComplete((next, failure) -> {
                        later(() -> looked(stream, failure == null ? sleep(next) : afterFailure(stream, failure)));
                        afterwards.run();
                    });
        }
    }

    private Optional<Duration> sleep(Optional<Instant> next) {
        return next.map(due -> Duration.between(clock.instant(), due));
    }

    private Optional<Duration> afterFailure(StreamId stream, Throwable failure) {
        if (isGone(stream)) {
            return Optional.empty();
        }
        LOG.warn("stream {}: cannot look whether a round is over; trying again soon", stream, failure);
        return Optional.of(PAUSE_AFTER_FAILURE);
    }

    private boolean isGone(StreamId stream) {
        try {
            return storage.streams().find(stream).isEmpty();
        } catch (AepsychException e) {
            return false;
        }
    }

    private void looked(StreamId stream, Optional<Duration> sleep) {
        looking.remove(stream);
        if (changedMeanwhile.remove(stream)) {
            look(stream);
        } else {
            sleep.ifPresent(wanted -> schedule(stream, wanted));
        }
    }

    private void schedule(StreamId stream, Duration wanted) {
        Duration sleep = wanted.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wanted;
        // Rounded up: a timer that fires a moment early would find nothing due.
        long millis = Math.max(0, sleep.plusNanos(999_999).toMillis());
        cancel(stream);
        scheduled.put(stream, thread.schedule(() -> look(stream), millis, TimeUnit.MILLISECONDS));
    }

    private void cancel(StreamId stream) {
        Optional.ofNullable(scheduled.remove(stream)).ifPresent(waiting -> waiting.cancel(false));
    }
}
