package org.aepsych.storage.jdbc;

import java.sql.SQLException;
import org.aepsych.api.storage.Storage;
import org.aepsych.tck.StorageTck;

class PostgresStorageTckTest extends StorageTck {
    private static final String SCHEMA = "tck";

    @Override
    protected Storage openEmpty() {
        Storage storage = reopen();
        try {
            // Much faster than a schema for each test.
            TestServer.RUNNING.empty(SCHEMA);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return storage;
    }

    @Override
    protected Storage reopen() {
        return TestServer.RUNNING.open(SCHEMA);
    }
}
