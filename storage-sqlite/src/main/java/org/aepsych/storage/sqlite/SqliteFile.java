package org.aepsych.storage.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How connections to one file are set up.
 *
 * @param path the file
 * @param busy how long to wait while another process writes
 */
record SqliteFile(Path path, Duration busy) {
    /** Negative as SQLite means it: KiB rather than pages. Enough for the indexes of a log of a million messages. */
    private static final int CACHE_KIB = -65_536;

    /**
     * Returns connections that write. Their transactions take the lock when they begin, as a transaction that read
     * first could not wait for it; commits are on the disk when they return.
     */
    SQLiteDataSource writing() {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(CACHE_KIB);
        return source(config);
    }

    /** Returns connections that only read, and neither wait for writers nor let them wait. */
    SQLiteDataSource reading() {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return source(config);
    }

    private SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(busy.toMillis()));
        return config;
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source;
    }
}
