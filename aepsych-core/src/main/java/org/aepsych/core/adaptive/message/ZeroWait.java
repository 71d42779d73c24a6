package org.aepsych.core.adaptive.message;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.space.Value;
import org.aepsych.core.adaptive.event.AdaptiveEvent;
import org.aepsych.core.adaptive.session.FrozenSession;
import org.aepsych.core.adaptive.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the next ask while a participant looks at a stimulus: for each likely answer a copy of the session is told that
 * answer and decides the ask. When the answer comes, the ask is ready. A strategy is a fold of what was recorded, so what
 * is prepared is what would be decided without; nothing of this is recorded. Thread-safe.
 */
public final class ZeroWait implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ZeroWait.class);
    private static final int MOST_SESSIONS = 1000;

    /** Who answers sooner is a program; for everybody else, the ask is answered first and the core is free for that. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Duration budget;
    private final Optional<Executor> workers;
    private final Runnable stop;
    private final LongAdder ready = new LongAdder();
    private final LongAdder awaited = new LongAdder();
    private final LongAdder unprepared = new LongAdder();
    private final LongAdder computed = new LongAdder();

    /** What is prepared, at most for so many sessions; what is left behind longest goes first. */
    private final Map<StreamId, Preparation> prepared =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<StreamId, Preparation> eldest) {
                    return size() > MOST_SESSIONS;
                }
            });

    /**
     * How much may be spent.
     *
     * @param cores how many asks are prepared at the same time, from 0; with 0, none
     * @param budget for one stimulus; what would take longer is not begun
     */
    public record Settings(int cores, Duration budget) {
        /** Nothing is prepared. */
        public static final Settings OFF = new Settings(0, Duration.ZERO);
    }

    /**
     * What it was good for.
     *
     * @param ready asks that were ready when they came
     * @param awaited asks whose preparation was under way when they came
     * @param unprepared asks that had to be decided when they came
     * @param computed how many answers were prepared for; more than one is computed for each ask that is used
     */
    public record Counts(long ready, long awaited, long unprepared, long computed) {}

    /**
     * Begins.
     *
     * @param settings how much may be spent
     */
    public ZeroWait(Settings settings) {
        budget = settings.budget();
        if (settings.cores() == 0) {
            workers = Optional.empty();
            stop = () -> {};
        } else {
            ScheduledExecutorService pool = Executors.newScheduledThreadPool(settings.cores(), ZeroWait::thread);
            workers = Optional.of(work -> soon(pool, work));
            stop = pool::shutdownNow;
        }
    }

    /**
     * Begins with somebody else's workers.
     *
     * @param budget for one stimulus; what would take longer is not begun
     * @param workers prepare asks; whoever made them closes them
     */
    public ZeroWait(Duration budget, Executor workers) {
        this.budget = budget;
        this.workers = Optional.of(workers);
        stop = () -> {};
    }

    private static void soon(ScheduledExecutorService pool, Runnable work) {
        var unused = pool.schedule(work, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "zero-wait");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns how often it helped.
     *
     * @return the counts since the start
     */
    public Counts counts() {
        return new Counts(ready.sum(), awaited.sum(), unprepared.sum(), computed.sum());
    }

    boolean on() {
        return workers.isPresent();
    }

    /** Prepares for the answers to an ask that has just been recorded. */
    void prepare(StreamId stream, FrozenSession session, AdaptiveEvent.Ask ask) {
        if (ask.finished() || ask.proposal().presentations().size() != 1) {
            return;
        }
        workers.ifPresent(pool -> {
            Preparation preparation = Preparation.of(session, ask, budget, computed::increment);
            Preparation before = prepared.put(stream, preparation);
            if (before != null) {
                before.abandon();
            }
            pool.execute(() -> run(stream, preparation));
        });
    }

    private void run(StreamId stream, Preparation preparation) {
        try {
            preparation.run();
        } catch (RuntimeException e) {
            // The ask itself will say what is wrong.
            LOG.debug("stream {}: the next ask could not be prepared", stream, e);
        }
    }

    /** Decides an ask, or takes the decision that is ready. */
    AdaptiveEvent.Ask decide(StreamId stream, Session session, AdaptiveRequest request) {
        Optional<AdaptiveEvent.Ask> found =
                on() && request.points() == 1 && request.fixed().isEmpty() ? take(stream, session) : Optional.empty();
        if (found.isEmpty()) {
            unprepared.increment();
        }
        return found.map(ask -> ask.requestedBy(request.request()))
                .orElseGet(() -> session.decideAsk(request.request(), request.points(), request.fixed()));
    }

    private Optional<AdaptiveEvent.Ask> take(StreamId stream, Session session) {
        Preparation preparation = prepared.remove(stream);
        if (preparation == null) {
            return Optional.empty();
        }
        Preparation.Taken taken = preparation.take(session);
        taken.ask().ifPresent(ask -> (taken.atOnce() ? ready : awaited).increment());
        return taken.ask();
    }

    @Override
    public void close() {
        stop.run();
    }

    /**
     * What a client asks.
     *
     * @param request what it sent
     * @param points how many presentations are wanted
     * @param fixed values at which parameters are held
     */
    record AdaptiveRequest(org.aepsych.core.json.Json.Obj request, int points, Map<String, Value> fixed) {}
}
