package org.aepsych.storage.jdbc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The door to a database: refuses work after closing, lets work end before closing, and lets no JDBI error out. */
final class GuardedDatabase implements Database {
    private static final long CLOSING_SECONDS = 30;

    private final Database inner;
    private final Dialect dialect;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    GuardedDatabase(Database inner, Dialect dialect) {
        this.inner = inner;
        this.dialect = dialect;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return pass(() -> inner.read(work));
    }

    @Override
    public <T> T readOnce(Function<Handle, T> work) {
        return pass(() -> inner.readOnce(work));
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return pass(() -> inner.write(work));
    }

    @Override
    public void maintain(Consumer<Handle> work) {
        pass(() -> {
            inner.maintain(work);
            return true;
        });
    }

    void requireOpen() {
        if (closed) {
            throw new AepsychException(StandardError.CLOSED, "The storage has been closed; open it again to use it.");
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        boolean empty = awaitWork();
        try {
            inner.close();
        } finally {
            if (empty) {
                lock.writeLock().unlock();
            }
        }
    }

    /** Waits a bounded time: a reader's callback that closes the storage would otherwise wait for itself. */
    private boolean awaitWork() {
        try {
            return lock.writeLock().tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T pass(Supplier<T> work) {
        requireOpen();
        lock.readLock().lock();
        try {
            requireOpen();
            return work.get();
        } catch (JdbiException e) {
            throw new AepsychException(
                    StandardError.STORAGE_UNAVAILABLE,
                    dialect.name() + " failed to read or write; try again, and see the server's log if it stays so.",
                    e);
        } finally {
            lock.readLock().unlock();
        }
    }
}
