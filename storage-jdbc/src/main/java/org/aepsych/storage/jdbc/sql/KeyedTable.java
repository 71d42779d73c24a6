package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A result table whose rows are one SQL row each, with a unique key of the stream and some columns.
 *
 * @param <R> the kind of row
 */
abstract class KeyedTable<R extends ResultRow> implements ResultTable<R> {
    private static final String STREAM = "master_table_id";
    private static final int PORTION = 1000;

    private final Class<R> type;
    private final String upsert;
    private final String select;
    private final String order;
    private final String delete;

    /**
     * A table.
     *
     * @param type the kind of row
     * @param name the table's name
     * @param key columns that make up the key together with the stream
     * @param values the other columns, at least one
     */
    KeyedTable(Class<R> type, String name, List<String> key, List<String> values) {
        List<String> fullKey = Stream.concat(Stream.of(STREAM), key.stream()).toList();
        List<String> columns = Stream.concat(fullKey.stream(), values.stream()).toList();
        this.type = type;
        this.upsert = "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                + ") ON CONFLICT (" + String.join(", ", fullKey) + ") DO UPDATE SET "
                + values.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        this.select = "SELECT " + String.join(", ", columns) + " FROM " + name + " WHERE " + STREAM + " = :" + STREAM;
        this.order = " ORDER BY " + String.join(", ", fullKey);
        this.delete = "DELETE FROM " + name + " WHERE " + STREAM + " = :" + STREAM;
    }

    /** Binds every column but the stream, each under its own name. */
    abstract void bind(R row, PreparedBatch batch);

    /** Reads a row. */
    abstract R row(ResultSet columns) throws SQLException;

    /** Returns what else a SQL row must fulfil to be a row of this kind, beginning with {@code AND}. */
    String condition() {
        return "";
    }

    @Override
    public final Class<R> type() {
        return type;
    }

    @Override
    public final void put(Handle handle, StreamId stream, List<R> rows) {
        try (PreparedBatch batch = handle.prepareBatch(upsert)) {
            for (R row : rows) {
                batch.bind(STREAM, stream.value());
                bind(row, batch);
                batch.add();
            }
            batch.execute();
        }
    }

    @Override
    public final void read(Handle handle, StreamId stream, Consumer<R> reader) {
        handle.createQuery(select + condition() + order)
                .bind(STREAM, stream.value())
                .setFetchSize(PORTION)
                .map((columns, context) -> row(columns))
                .forEach(reader);
    }

    @Override
    public void clear(Handle handle, StreamId stream) {
        handle.createUpdate(delete).bind(STREAM, stream.value()).execute();
    }
}
