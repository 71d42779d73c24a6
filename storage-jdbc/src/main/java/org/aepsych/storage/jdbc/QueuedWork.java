package org.aepsych.storage.jdbc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One caller's work on its way through a {@link CommitQueue}: waits, is begun or given up, and is answered once. */
final class QueuedWork<T> {
    private enum State {
        WAITING,
        BEGUN,
        GIVEN_UP
    }

    private final Function<Handle, T> work;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    QueuedWork(Function<Handle, T> work) {
        this.work = work;
    }

    /** Takes the work out of the caller's hands; false if the caller gave up before. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    /** Runs the work and keeps its result back until the commit; false if it failed. */
    boolean tryRun(Handle handle) {
        try {
            result = work.apply(handle);
            return true;
        } catch (RuntimeException | Error e) {
            failure = e;
            return false;
        }
    }

    void succeed() {
        if (failure != null) {
            answer.completeExceptionally(failure);
        } else {
            answer.complete(result);
        }
    }

    void fail(Throwable reason) {
        answer.completeExceptionally(failure != null ? failure : reason);
    }

    /** Waits for the answer; work that has begun is waited for to its end, so that its outcome is never unknown. */
    T await(Duration patience) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    giveUpIfWaiting("did not begin to write within " + patience.toSeconds() + " seconds");
                } catch (InterruptedException e) {
                    interrupted = true;
                    giveUpIfWaiting("was interrupted before it began to write");
                }
            }
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUpIfWaiting(String reason) {
        if (state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE, "The storage " + reason + "; nothing was kept, try again.");
        }
    }

    private static RuntimeException rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw new IllegalStateException("work threw a checked exception", failure);
    }
}
