package org.aepsych.core.adaptive.posterior;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.core.adaptive.design.ExperimentDesign;
import org.aepsych.core.adaptive.event.Refusals;
import org.aepsych.core.adaptive.event.Trial;
import org.aepsych.core.adaptive.session.FrozenSession;
import org.aepsych.core.adaptive.session.Session;
import org.aepsych.core.adaptive.session.SessionLanes;
import org.aepsych.core.adaptive.session.StepRun;

/**
 * What the models of sessions believe, for all who look on. A model is asked once for each trial and question, however
 * many look on, and never by the lane at which a participant waits: a copy of the session's present moment is asked, with
 * the hyper-parameters that its strategy has fitted. One copy is asked at a time, so that watching takes one core at most.
 * Thread-safe.
 */
public final class Posteriors {
    private static final int KEPT = 256;
    private static final long PATIENCE_SECONDS = 20;

    private final SessionLanes lanes;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<Key, CompletableFuture<Optional<PosteriorView>>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Optional<PosteriorView>>> eldest) {
                    return size() > KEPT;
                }
            });

    /** A moment of a session as its model sees it, and what is asked of it. */
    private record Key(StreamId stream, int step, int asks, int trials, PosteriorQuestion question) {}

    /** The step is the caller's own: it has no model and cannot compute, or it is thawed from a frozen session. */
    private record Copy(ExperimentDesign design, Key key, Supplier<StepRun> step, List<Trial> trials) {}

    /**
     * Looks at sessions.
     *
     * @param lanes the sessions
     */
    @Inject
    public Posteriors(SessionLanes lanes) {
        this.lanes = lanes;
    }

    /**
     * Tells what the model of a session believes.
     *
     * @param stream the session
     * @param question which part is wanted
     * @return without beliefs if the step at work has no model, or the model has no data; empty if nothing varies
     * @throws AepsychException {@code VALUE_REFUSED} if the question names what is not there; {@code NOT_READY} if so many
     *     ask that it would take too long; {@code EXPERIMENT_NOT_FOUND}
     */
    public Optional<PosteriorView> present(StreamId stream, PosteriorQuestion question) {
        return answer(lanes.read(stream, session -> copy(stream, session, question)));
    }

    /**
     * Tells what the model of a session believed that was folded for the caller.
     *
     * @param stream the session
     * @param session as it was
     * @param question which part is wanted
     * @return as {@link #present} does
     * @throws AepsychException as {@link #present} does
     */
    public Optional<PosteriorView> of(StreamId stream, Session session, PosteriorQuestion question) {
        return answer(copy(stream, session, question));
    }

    private static Copy copy(StreamId stream, Session session, PosteriorQuestion question) {
        StepRun current = session.current();
        Key key = new Key(
                stream, current.step().index(), session.asks(), session.trials().size(), question);
        List<Trial> trials = List.copyOf(session.trials());
        if (current.model().isEmpty()) {
            return new Copy(session.design(), key, () -> current, trials);
        }
        FrozenSession frozen = session.freeze();
        return new Copy(session.design(), key, () -> frozen.thaw().current(), trials);
    }

    private Optional<PosteriorView> answer(Copy copy) {
        CompletableFuture<Optional<PosteriorView>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<PosteriorView>> theirs = known.putIfAbsent(copy.key(), mine);
        if (theirs != null) {
            return join(theirs);
        }
        try {
            mine.complete(compute(copy));
        } catch (RuntimeException | Error e) {
            boolean unused = known.remove(copy.key(), mine);
            mine.completeExceptionally(e);
        }
        return join(mine);
    }

    private Optional<PosteriorView> compute(Copy copy) {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusals.notReady("too many look at models at the moment; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.notReady("the program is stopping");
        }
        try {
            return PosteriorViews.of(
                    copy.design(), copy.step().get(), copy.trials(), copy.key().question());
        } finally {
            turn.release();
        }
    }

    private static Optional<PosteriorView> join(CompletableFuture<Optional<PosteriorView>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AepsychException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
