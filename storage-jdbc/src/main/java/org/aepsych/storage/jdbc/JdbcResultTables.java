package org.aepsych.storage.jdbc;

import java.util.List;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.storage.jdbc.sql.ResultRows;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** All result tables of a stream together. */
final class JdbcResultTables implements ResultTables {
    private final Database database;

    JdbcResultTables(Database database) {
        this.database = database;
    }

    @Override
    public List<ResultRow> read(StreamId stream) {
        // All tables as of one instant, though they are read one after another.
        return database.read(handle -> handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, transaction -> ResultRows.read(transaction, stream)));
    }

    @Override
    public <R extends ResultRow> void read(StreamId stream, Class<R> kind, Consumer<R> reader) {
        database.readOnce(handle -> {
            handle.useTransaction(
                    TransactionIsolationLevel.REPEATABLE_READ,
                    transaction -> ResultRows.read(transaction, stream, kind, reader));
            return true;
        });
    }

    @Override
    public List<StreamId> outdated() {
        return database.read(handle -> handle.createQuery(
                        "SELECT unique_id FROM master WHERE projection < :projection ORDER BY unique_id")
                .bind("projection", PROJECTION)
                .map((row, context) -> new StreamId(row.getLong(1)))
                .list());
    }

    @Override
    public void replace(StreamId stream, List<ResultRow> rows) {
        database.change(handle -> {
            ResultRows.clear(handle, stream);
            ResultRows.put(handle, stream, rows);
            handle.createUpdate("UPDATE master SET projection = :projection WHERE unique_id = :stream")
                    .bind("projection", PROJECTION)
                    .bind("stream", stream.value())
                    .execute();
        });
    }
}
