package org.aepsych.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server: each unit of work takes a connection from a pool, each write is a transaction of its own. What
 * certainly was not committed is tried again: when transactions clashed, and when the database went away before the
 * commit. So is what was read. What may have been committed is not: the caller has to look.
 */
final class PooledDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(PooledDatabase.class);
    private static final int MOST_CLASHES = 10;
    private static final long CLASH_PAUSE_NANOS = 10_000_000;
    private static final long AWAY_PAUSE_NANOS = 200_000_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Duration patience;

    PooledDatabase(HikariDataSource pool, Duration patience) {
        this.pool = pool;
        this.jdbi = DiscreetJdbi.over(pool::getConnection);
        this.patience = patience;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return again(() -> readOnce(work));
    }

    /** Opens a handle of its own: {@code withHandle} would join a transaction of the same thread. */
    @Override
    public <T> T readOnce(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return again(() -> writing(work));
    }

    private <T> T again(Supplier<T> once) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int clashes = 0; ; ) {
            try {
                return once.get();
            } catch (JdbiException e) {
                if (isClash(e) && clashes < MOST_CLASHES) {
                    clashes++;
                    pause(Math.floorMod(System.nanoTime(), 1 + clashes * CLASH_PAUSE_NANOS));
                } else if (isAway(e) && System.nanoTime() < deadline) {
                    LOG.warn("PostgreSQL went away; trying again: {}", ShownAddress.of(String.valueOf(e.getMessage())));
                    pause(AWAY_PAUSE_NANOS);
                } else {
                    throw e;
                }
            }
        }
    }

    private <T> T writing(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            T result;
            try {
                result = work.apply(handle);
            } catch (RuntimeException | Error e) {
                rollback(handle, e);
                throw e;
            }
            commit(handle);
            return result;
        }
    }

    /** Whether a commit that failed took place is not known, unless the database says so. */
    private static void commit(Handle handle) {
        try {
            handle.commit();
        } catch (JdbiException e) {
            if (isClash(e)) {
                throw e;
            }
            throw new OutcomeUnknownException(e);
        }
    }

    private static void rollback(Handle handle, Throwable reason) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Serialisation failure or deadlock: PostgreSQL has undone everything. */
    private static boolean isClash(JdbiException failure) {
        return stateOf(failure).matches("40001|40P01");
    }

    private static boolean isAway(JdbiException failure) {
        return stateOf(failure).matches("08...|57P0[123]");
    }

    private static String stateOf(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public void maintain(Consumer<Handle> work) {
        try (Handle handle = jdbi.open()) {
            handle.execute("SET statement_timeout = 0");
            try {
                work.accept(handle);
            } finally {
                handle.execute("RESET statement_timeout");
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
