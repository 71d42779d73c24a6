package org.aepsych.storage.jdbc;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database that is not there yet, as after a power cut, when all computers start at once; and says so. */
final class DatabaseWait {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private DatabaseWait() {}

    /**
     * Returns when a connection could be made.
     *
     * @throws SQLException why not, at once if waiting does not help, or else after the time is over
     */
    static void until(String url, Properties account, Duration longest) throws SQLException {
        long deadline = System.nanoTime() + longest.toNanos();
        boolean said = false;
        while (true) {
            try {
                DriverManager.getConnection(url, account).close();
                if (said) {
                    LOG.info("the database at {} answers now", ShownAddress.of(url));
                }
                return;
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() >= deadline) {
                    throw e;
                }
                if (!said) {
                    LOG.warn(
                            "waiting up to {} seconds for the database at {}: {}",
                            longest.toSeconds(),
                            ShownAddress.of(url),
                            ShownAddress.of(String.valueOf(e.getMessage())));
                    said = true;
                }
            }
            pause();
        }
    }

    /** No connection (class 08), or starting up, shutting down, recovering, too many clients (57P03, 53300). */
    static boolean mayPass(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the database", e);
        }
    }
}
