package org.aepsych.storage.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit over one writing connection. Callers wait while their work is queued; one thread takes all that waits,
 * runs each in a savepoint of one transaction, commits once, and only then answers them; one alone needs no savepoint.
 * Work that fails is undone alone; a failed commit fails everything that was in it. Thread-safe.
 */
public final class CommitQueue implements AutoCloseable {
    /** So that the first of a long queue is not answered as late as the last. */
    private static final int LARGEST_GROUP = 512;

    private static final String SAVEPOINT = "unit";
    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);

    private final Supplier<Handle> connections;
    private final Duration patience;
    private final BlockingQueue<QueuedWork<?>> waiting = new LinkedBlockingQueue<>();
    private final QueuedWork<Boolean> end = new QueuedWork<>(handle -> true);
    private final Thread writer;
    private boolean closed;
    private @Nullable Handle connection;

    /**
     * Starts the writing thread.
     *
     * @param name name of the thread
     * @param connections opens the writing connection, again after it failed; called on the writing thread
     * @param patience how long a caller's work may stand in the queue
     */
    public CommitQueue(String name, Supplier<Handle> connections, Duration patience) {
        this.connections = connections;
        this.patience = patience;
        this.writer = new Thread(this::serve, name);
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Queues work and waits until it is durable.
     *
     * @param work the statements; must not commit or roll back
     * @param <T> type of the result
     * @return what the work returned
     * @throws AepsychException {@code STORAGE_UNAVAILABLE} if the work was not begun in time, or the caller was
     *     interrupted before it was begun; {@code CLOSED} after closing; whatever the work threw
     */
    public <T> T run(Function<Handle, T> work) {
        QueuedWork<T> queued = new QueuedWork<>(work);
        synchronized (this) {
            if (closed) {
                throw new AepsychException(StandardError.CLOSED, "The storage has been closed.");
            }
            waiting.add(queued);
        }
        return queued.await(patience);
    }

    /** Runs what is queued, then closes the connection. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.add(end);
            }
        }
        end.await(patience);
        try {
            writer.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            List<QueuedWork<?>> group = new ArrayList<>();
            do {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, LARGEST_GROUP - 1);
                commit(group.stream().filter(QueuedWork::begin).toList());
            } while (!group.contains(end));
        } catch (InterruptedException e) {
            LOG.error("the writing thread was interrupted; the storage has to be opened again", e);
        } finally {
            disconnect();
        }
    }

    private void commit(List<QueuedWork<?>> group) {
        try {
            Handle handle = connect();
            handle.begin();
            if (group.size() == 1) {
                runAlone(handle, group.get(0));
            } else {
                runTogether(handle, group);
            }
            group.forEach(QueuedWork::succeed);
        } catch (RuntimeException | Error e) {
            LOG.error("nothing of {} units of work was kept: {}", group.size(), e.getMessage(), e);
            group.forEach(each -> each.fail(e));
            disconnect();
        }
    }

    private static void runAlone(Handle handle, QueuedWork<?> work) {
        if (work.tryRun(handle)) {
            handle.commit();
        } else {
            handle.rollback();
        }
    }

    private static void runTogether(Handle handle, List<QueuedWork<?>> group) {
        for (QueuedWork<?> each : group) {
            handle.savepoint(SAVEPOINT);
            if (each.tryRun(handle)) {
                handle.releaseSavepoint(SAVEPOINT);
            } else {
                handle.rollbackToSavepoint(SAVEPOINT);
            }
        }
        handle.commit();
    }

    private Handle connect() {
        if (connection == null) {
            connection = connections.get();
        }
        return connection;
    }

    /** The next work gets a fresh connection. */
    private void disconnect() {
        if (connection == null) {
            return;
        }
        try (Handle old = connection) {
            connection = null;
            if (old.isInTransaction()) {
                old.rollback();
            }
        } catch (RuntimeException e) {
            LOG.warn("the writing connection could not be closed", e);
        }
    }
}
