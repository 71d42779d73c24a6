package org.aepsych.storage.jdbc;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Batch;
import org.aepsych.api.storage.EventLog;
import org.aepsych.storage.jdbc.sql.LogRows;
import org.aepsych.storage.jdbc.sql.PersonRows;
import org.aepsych.storage.jdbc.sql.ResultRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** {@code replay_data}. */
final class JdbcEventLog implements EventLog {
    private final Database database;
    private final Dialect dialect;
    private final Consumer<StreamId> written;

    JdbcEventLog(Database database, Dialect dialect, Consumer<StreamId> written) {
        this.written = written;
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public void append(Batch batch) {
        OutcomeUnknownException.settle(() -> write(batch), () -> isThere(batch));
        written.accept(batch.stream());
    }

    private void write(Batch batch) {
        database.change(handle -> {
            requireLast(handle, batch);
            insertEvents(handle, batch);
            insertPersons(handle, batch);
            ResultRows.put(handle, batch.stream(), batch.rows());
        });
    }

    /** A hash is that of one event after one past, so the same one says that it was this batch. */
    private boolean isThere(Batch batch) {
        if (batch.events().isEmpty()) {
            return false;
        }
        RecordedEvent last = batch.events().get(batch.events().size() - 1);
        return database.read(handle -> LogRows.hash(handle, batch.stream(), last.sequence())
                .filter(last.hash()::equals)
                .isPresent());
    }

    @Override
    public void read(StreamId stream, long after, Consumer<RecordedEvent> reader) {
        AtomicLong handedOver = new AtomicLong(after);
        database.read(handle -> {
            // A transaction, as PostgreSQL fetches in portions only within one.
            handle.useTransaction(transaction -> LogRows.read(transaction, stream, handedOver.get(), event -> {
                handedOver.set(event.sequence());
                reader.accept(event);
            }));
            return true;
        });
    }

    @Override
    public long last(StreamId stream) {
        return database.read(handle -> LogRows.last(handle, stream));
    }

    /** Locks the stream first, so that batches without events are also written one after another. */
    private void requireLast(Handle handle, Batch batch) {
        boolean known = handle.createQuery(
                        "SELECT unique_id FROM master WHERE unique_id = :stream " + dialect.rowLock())
                .bind("stream", batch.stream().value())
                .mapTo(long.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new AepsychException(
                    StandardError.EXPERIMENT_NOT_FOUND, "There is no stream " + batch.stream() + " in this storage.");
        }
        long last = LogRows.last(handle, batch.stream());
        if (last != batch.expectedLast()) {
            throw moved(batch);
        }
    }

    private void insertEvents(Handle handle, Batch batch) {
        try {
            LogRows.insert(handle, batch.stream(), batch.events());
        } catch (JdbiException e) {
            throw dialect.isDuplicateKey(e) ? moved(batch) : e;
        }
    }

    private void insertPersons(Handle handle, Batch batch) {
        try {
            PersonRows.insert(handle, batch.stream(), batch.persons());
        } catch (JdbiException e) {
            throw dialect.isDuplicateKey(e) ? PersonRows.taken(batch.stream()) : e;
        }
    }

    private static AepsychException moved(Batch batch) {
        return new AepsychException(
                StandardError.STREAM_MOVED,
                "Stream " + batch.stream() + " does not end with event " + batch.expectedLast()
                        + "; read what was added, then decide again.");
    }
}
