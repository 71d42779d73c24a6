package org.aepsych.core.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.ErrorKind;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a stream. Commands queue up; the lane takes what is waiting, decides it in order, appends the whole
 * batch, and answers when it is durable. At most one thread works in a lane at any time, so state needs no locks.
 *
 * @param <S> state of the stream
 * @param <E> its events
 */
public final class Lane<S, E> {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int LARGEST_BATCH = 512;
    private static final int ATTEMPTS = 5;

    /** Where several servers write, the others win many times. */
    private static final int SHARED_ATTEMPTS = 200;

    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final StreamId stream;
    private final StreamProtocol<S, E> protocol;
    private final EventLog log;
    private final boolean shared;
    private final InstantSource clock;
    private final Executor executor;
    private final EventListener<E> listener;
    private final Queue<Waiting<S, E, ?>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Only touched by the thread that holds {@link #busy}; null when it has to be folded from the log. */
    private @Nullable Loaded<S> loaded;

    /** Whether a write was refused because the log is longer; likewise. */
    private boolean moved;

    Lane(
            StreamId stream,
            StreamProtocol<S, E> protocol,
            EventLog log,
            boolean shared,
            InstantSource clock,
            Executor executor,
            EventListener<E> listener) {
        this.stream = stream;
        this.protocol = protocol;
        this.log = log;
        this.shared = shared;
        this.clock = clock;
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Returns which stream this lane writes.
     *
     * @return the stream
     */
    public StreamId stream() {
        return stream;
    }

    /**
     * Hands in a command.
     *
     * @param command what is wanted
     * @param <R> the answer
     * @return completes when what the command decided is durable, or fails with the reason of its refusal
     */
    public <R> CompletableFuture<R> submit(Command<S, E, R> command) {
        Waiting<S, E, R> waiting = new Waiting<>(command);
        queue.add(waiting);
        wake();
        return waiting.result;
    }

    /**
     * Asks something of the durable state.
     *
     * @param question answered on the lane's thread; must not keep the state
     * @param <R> the answer
     * @return completes with the answer
     */
    public <R> CompletableFuture<R> read(Function<S, R> question) {
        return submit((state, now) -> Decision.nothing(question));
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException e) {
                busy.set(false);
                failAll(new AepsychException(StandardError.CLOSED, "the engine has been closed", e));
            }
        }
    }

    private void work() {
        try {
            List<Waiting<S, E, ?>> batch = take();
            if (!batch.isEmpty()) {
                process(batch);
            }
        } finally {
            busy.set(false);
            if (!queue.isEmpty()) {
                wake();
            }
        }
    }

    private List<Waiting<S, E, ?>> take() {
        List<Waiting<S, E, ?>> batch = new ArrayList<>();
        Waiting<S, E, ?> next;
        while (batch.size() < LARGEST_BATCH && (next = queue.poll()) != null) {
            batch.add(next);
        }
        return batch;
    }

    private void failAll(RuntimeException reason) {
        Waiting<S, E, ?> next;
        while ((next = queue.poll()) != null) {
            next.result.completeExceptionally(reason);
        }
    }

    private void process(List<Waiting<S, E, ?>> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(batch);
                return;
            } catch (AepsychException e) {
                moved = e.code() == StandardError.STREAM_MOVED;
                if (!moved || !protocol.keepsStates()) {
                    loaded = null;
                }
                if (moved && attempt < (shared ? SHARED_ATTEMPTS : ATTEMPTS)) {
                    LOG.debug("stream {} was written elsewhere; deciding again (attempt {})", stream, attempt);
                    letOthersEnd(attempt);
                    continue;
                }
                if (e.code().kind() == ErrorKind.CONFLICT && batch.size() > 1) {
                    // One command's records clash with what is stored; its neighbours must not suffer for it.
                    batch.forEach(waiting -> process(List.of(waiting)));
                    return;
                }
                batch.forEach(waiting -> waiting.result.completeExceptionally(e));
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("stream {}: a batch of {} commands failed", stream, batch.size(), e);
                loaded = null;
                AepsychException failure = new AepsychException(
                        StandardError.INTERNAL_ERROR, "the request failed inside the program; nothing was recorded", e);
                batch.forEach(waiting -> waiting.result.completeExceptionally(failure));
                if (e instanceof Error error) {
                    throw error;
                }
                return;
            }
        }
    }

    /** Waits a little, longer each time; the clock is nowhere the same, so that servers do not always meet. */
    private void letOthersEnd(int attempt) {
        if (attempt > 2) {
            long most = Math.min(LONGEST_PAUSE_MILLIS, 2L * attempt);
            LockSupport.parkNanos(Math.floorMod(System.nanoTime(), 1 + most * 1_000_000));
        }
    }

    /** Returns the state of the whole log, as far as it can be known before writing. */
    private Loaded<S> present() {
        Loaded<S> known = loaded;
        loaded = null;
        Loaded<S> present = known == null ? new Fold<>(protocol).load(stream, log) : caughtUp(known);
        loaded = present;
        moved = false;
        return present;
    }

    private Loaded<S> caughtUp(Loaded<S> known) {
        boolean behind = moved || (shared && log.last(stream) > known.last());
        return behind ? new Fold<>(protocol).goOn(stream, log, known) : known;
    }

    private void attempt(List<Waiting<S, E, ?>> batch) {
        long heard = loaded == null ? 0 : loaded.last();
        Loaded<S> before = present();
        Work<S, E> work = new Work<>(before.state(), before.last());
        for (Waiting<S, E, ?> waiting : batch) {
            decide(waiting, work);
        }
        String hash = before.hash();
        if (!work.events.isEmpty()) {
            List<RecordedEvent> sealed = HashChain.seal(before.last(), before.hash(), work.events);
            log.append(new Batch(stream, before.last(), sealed, work.persons, work.rows));
            hash = sealed.get(sealed.size() - 1).hash();
        }
        loaded = new Loaded<>(work.state, before.last() + work.events.size(), hash);
        batch.forEach(Waiting::answer);
        boolean elsewhere = heard > 0 && before.last() > heard;
        if (!work.events.isEmpty() || elsewhere) {
            listener.committed(stream, before.last() + work.events.size(), elsewhere ? List.of() : work.decided);
        }
    }

    private <R> void decide(Waiting<S, E, R> waiting, Work<S, E> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision<S, E, R> decision;
        try {
            decision = waiting.command.decide(work.state, now);
        } catch (AepsychException e) {
            waiting.refused = e;
            return;
        } catch (RuntimeException e) {
            LOG.error("stream {}: a command failed", stream, e);
            waiting.refused = new AepsychException(
                    StandardError.INTERNAL_ERROR, "the request failed inside the program; nothing was recorded", e);
            return;
        }
        EventStamp stamp = new EventStamp(now, decision.extraInfo());
        for (E event : decision.events()) {
            NewEvent encoded = protocol.encode(stamp, event);
            RecordedEvent recorded = new RecordedEvent(work.last + work.events.size() + 1, encoded, "");
            work.state = protocol.apply(work.state, recorded, event);
            work.rows.addAll(protocol.rows(work.state, recorded, event));
            work.events.add(encoded);
            work.decided.add(event);
        }
        work.persons.addAll(decision.persons());
        waiting.refused = null;
        waiting.value = Optional.ofNullable(decision.answer().apply(work.state));
    }

    /** What a batch has come to so far. */
    private static final class Work<S, E> {
        final List<E> decided = new ArrayList<>();
        final List<NewEvent> events = new ArrayList<>();
        final List<Person> persons = new ArrayList<>();
        final List<ResultRow> rows = new ArrayList<>();
        final long last;
        S state;

        Work(S state, long last) {
            this.state = state;
            this.last = last;
        }
    }

    /** A command and who waits for it. */
    private static final class Waiting<S, E, R> {
        final Command<S, E, R> command;
        final CompletableFuture<R> result = new CompletableFuture<>();
        Optional<R> value = Optional.empty();

        @Nullable
        AepsychException refused;

        Waiting(Command<S, E, R> command) {
            this.command = command;
        }

        void answer() {
            if (refused == null) {
                value.ifPresentOrElse(
                        result::complete,
                        () -> result.completeExceptionally(new IllegalStateException("a command answered null")));
            } else {
                result.completeExceptionally(refused);
            }
        }
    }
}
