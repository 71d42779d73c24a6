package org.aepsych.storage.jdbc;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.StorageForTests;

/** Runs the engine's tests over PostgreSQL, in a database for each storage. */
public final class PostgresForTests implements StorageForTests {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Override
    public Storage openEmpty() {
        try {
            // To copy what is empty is faster than to create its tables.
            return TestServer.RUNNING.openDatabase(
                    TestServer.RUNNING.newDatabase("engine_" + LAST.incrementAndGet(), Empty.DATABASE));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Empty {
        static final String DATABASE = create();

        private static String create() {
            try {
                String name = TestServer.RUNNING.newDatabase("engine_empty", "template1");
                TestServer.RUNNING.openDatabase(name).close();
                return name;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
