package org.aepsych.storage.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.testing.StorageForTests;

/** Runs the engine's tests over PostgreSQL, in a schema for each storage. */
public final class PostgresForTests implements StorageForTests {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Override
    public Storage openEmpty() {
        return TestServer.RUNNING.open("engine_" + LAST.incrementAndGet());
    }
}
