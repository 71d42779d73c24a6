package org.aepsych.storage.sqlite;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aepsych.storage.jdbc.CommitQueue;
import org.aepsych.storage.jdbc.Database;
import org.aepsych.storage.jdbc.DiscreetJdbi;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file: readers with connections of their own beside one writer, whose commits are shared. */
final class SqliteDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

    private final IdleConnections readers;
    private final Jdbi reading;
    private final CommitQueue writing;
    private final SqliteFile file;

    SqliteDatabase(SqliteFile file, int idleReaders) {
        this.file = file;
        this.readers = new IdleConnections(file.reading(), idleReaders);
        this.reading = DiscreetJdbi.over(readers);
        // Somebody ahead in the queue may have to wait for another process, so patience exceeds that wait.
        this.writing = new CommitQueue(
                "storage-sqlite-" + file.path().getFileName(),
                DiscreetJdbi.over(file.writing()::getConnection)::open,
                file.busy().multipliedBy(2).plusSeconds(1));
    }

    /** Opens a handle of its own: {@code withHandle} would join a transaction of the same thread. */
    @Override
    public <T> T read(Function<Handle, T> work) {
        try (Handle handle = reading.open()) {
            return work.apply(handle);
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writing.run(work);
    }

    @Override
    public void maintain(Consumer<Handle> work) {
        try (Handle handle = DiscreetJdbi.over(file.writing()::getConnection).open()) {
            work.accept(handle);
        }
    }

    /** The writer closes last, as only it may move the journal into the file. */
    @Override
    public void close() {
        try {
            readers.close();
        } catch (SQLException e) {
            LOG.warn("a reading connection could not be closed", e);
        }
        writing.close();
    }
}
