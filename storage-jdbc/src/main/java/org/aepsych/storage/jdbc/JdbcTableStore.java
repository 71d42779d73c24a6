package org.aepsych.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.Table.Column;
import org.aepsych.api.storage.TableRow;
import org.aepsych.api.storage.TableStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All tables of a database, whatever they mean. */
final class JdbcTableStore implements TableStore {
    private static final String STREAM = "master_table_id";
    private static final int PORTION = 1000;

    private final Database database;
    private final Dialect dialect;
    private final SchemaComments comments;
    private @Nullable Catalog catalog;

    JdbcTableStore(Database database, Dialect dialect, SchemaComments comments) {
        this.database = database;
        this.dialect = dialect;
        this.comments = comments;
    }

    @Override
    public List<Table> tables() {
        return catalog().tables();
    }

    @Override
    public long count(Table table) {
        return database.read(handle ->
                handle.createQuery(TableSql.count(table)).mapTo(long.class).one());
    }

    @Override
    public List<Object> last(Table table) {
        Catalog known = catalog();
        return database.read(handle -> {
            try (PreparedStatement query =
                            handle.getConnection().prepareStatement(TableSql.last(table, dialect.byteOrder()));
                    ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return List.of();
                }
                List<Optional<Object>> cells = row(known, table, rows).cells();
                return table.key().stream()
                        .map(column -> cells.get(table.indexOf(column)).orElseThrow())
                        .toList();
            } catch (SQLException e) {
                throw failure(table, "read", e);
            }
        });
    }

    @Override
    public void read(Table table, List<Object> after, Consumer<TableRow> reader) {
        Catalog known = catalog();
        database.read(handle -> {
            // A transaction, as PostgreSQL fetches in portions only within one.
            handle.useTransaction(transaction -> read(transaction.getConnection(), known, table, after, reader));
            return true;
        });
    }

    private void read(
            Connection connection, Catalog known, Table table, List<Object> after, Consumer<TableRow> reader) {
        String sql = TableSql.read(table, after.isEmpty(), dialect.byteOrder());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(PORTION);
            for (int i = 0; i < after.size(); i++) {
                query.setObject(i + 1, after.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.accept(row(known, table, rows));
                }
            }
        } catch (SQLException e) {
            throw failure(table, "read", e);
        }
    }

    private static TableRow row(Catalog known, Table table, ResultSet rows) throws SQLException {
        List<Optional<Object>> cells = new ArrayList<>(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            cells.add(cell(
                    rows,
                    i + 1,
                    table.columns().get(i),
                    known.isFlag(table, table.columns().get(i))));
        }
        return new TableRow(cells);
    }

    private static Optional<Object> cell(ResultSet rows, int index, Column column, boolean flag) throws SQLException {
        Object cell = switch (column.kind()) {
            case WHOLE -> flag ? (rows.getBoolean(index) ? 1L : 0L) : rows.getLong(index);
            case REAL -> rows.getDouble(index);
            case TEXT -> rows.getString(index);
            case BYTES -> rows.getBytes(index);
        };
        return rows.wasNull() ? Optional.empty() : Optional.ofNullable(cell);
    }

    @Override
    public void put(Table table, List<TableRow> rows) {
        Catalog known = catalog();
        database.change(handle -> {
            try (PreparedStatement insert = handle.getConnection().prepareStatement(TableSql.put(table))) {
                for (TableRow row : rows) {
                    bind(insert, known, table, row);
                    insert.addBatch();
                }
                insert.executeBatch();
            } catch (SQLException e) {
                throw failure(table, "written", e);
            }
        });
    }

    private static void bind(PreparedStatement insert, Catalog known, Table table, TableRow row) throws SQLException {
        for (int i = 0; i < table.columns().size(); i++) {
            Object cell = row.cells().get(i).orElse(null);
            if (cell instanceof Long number
                    && known.isFlag(table, table.columns().get(i))) {
                insert.setBoolean(i + 1, number != 0);
            } else {
                insert.setObject(i + 1, cell);
            }
        }
    }

    @Override
    public void clear(Table table) {
        database.change(handle -> handle.execute(TableSql.clear(table)));
    }

    @Override
    public void settle() {
        database.change(handle -> tables().forEach(table -> {
            Column first = table.columns().get(table.indexOf(table.key().get(0)));
            if (table.key().size() == 1 && first.kind() == Table.Kind.WHOLE) {
                dialect.settle(table.name(), first.name()).ifPresent(handle::execute);
            }
        }));
    }

    @Override
    public long wipe(StreamId stream) {
        return database.write(handle -> {
            long gone = 0;
            for (int i = tables().size() - 1; i >= 0; i--) {
                Table table = tables().get(i);
                if (table.indexOf(STREAM) >= 0) {
                    gone += delete(handle, table, STREAM, stream);
                } else if (table.name().equals("master")) {
                    gone += delete(handle, table, "unique_id", stream);
                }
            }
            return gone;
        });
    }

    private static int delete(Handle handle, Table table, String column, StreamId stream) {
        return handle.createUpdate(TableSql.clear(table) + " WHERE " + column + " = :stream")
                .bind("stream", stream.value())
                .execute();
    }

    @Override
    public void vacuum() {
        database.maintain(handle -> dialect.vacuum().forEach(handle::execute));
    }

    @Override
    public List<Fact> facts() {
        return database.read(handle -> dialect.facts().entrySet().stream()
                .map(fact -> new Fact(
                        fact.getKey(),
                        handle.createQuery(fact.getValue()).mapTo(String.class).one()))
                .toList());
    }

    private synchronized Catalog catalog() {
        if (catalog == null) {
            catalog = database.read(handle -> {
                try {
                    return Catalog.read(handle.getConnection(), comments);
                } catch (SQLException e) {
                    throw new AepsychException(
                            StandardError.STORAGE_UNAVAILABLE,
                            dialect.name() + " did not tell which tables it has.",
                            e);
                }
            });
        }
        return catalog;
    }

    private AepsychException failure(Table table, String what, SQLException cause) {
        return new AepsychException(
                StandardError.STORAGE_UNAVAILABLE,
                "the table " + table.name() + " could not be " + what + ": " + dialect.name() + " says "
                        + cause.getMessage(),
                cause);
    }
}
