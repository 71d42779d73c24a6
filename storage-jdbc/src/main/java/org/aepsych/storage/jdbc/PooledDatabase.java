package org.aepsych.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database server: each unit of work takes a connection from a pool, each write is a transaction of its own. */
final class PooledDatabase implements Database {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    PooledDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = DiscreetJdbi.over(pool::getConnection);
    }

    /** Opens a handle of its own: {@code withHandle} would join a transaction of the same thread. */
    @Override
    public <T> T read(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(work::apply);
        }
    }

    @Override
    public void maintain(Consumer<Handle> work) {
        try (Handle handle = jdbi.open()) {
            work.accept(handle);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
