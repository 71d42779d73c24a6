package org.aepsych.storage.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Keeps connections for reuse and opens more when all are in use, so that nobody waits and reading within reading
 * cannot lock itself out. Thread-safe.
 */
final class IdleConnections implements ConnectionFactory, AutoCloseable {
    private final DataSource source;
    private final BlockingDeque<Connection> idle;
    private volatile boolean closed;

    IdleConnections(DataSource source, int mostIdle) {
        this.source = source;
        this.idle = new LinkedBlockingDeque<>(mostIdle);
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = idle.pollFirst();
        return connection != null ? connection : source.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (closed || !connection.getAutoCommit() || !idle.offerFirst(connection)) {
            connection.close();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Connection each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            each.close();
        }
    }
}
