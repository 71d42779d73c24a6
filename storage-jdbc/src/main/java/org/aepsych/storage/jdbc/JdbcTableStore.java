package org.aepsych.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
                List<Optional<Object>> cells =
                        row(known.flags(table), table, rows).cells();
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
        database.readOnce(handle -> {
            // A transaction, as PostgreSQL fetches in portions only within one.
            handle.useTransaction(transaction -> read(transaction.getConnection(), known, table, after, reader));
            return true;
        });
    }

    private void read(
            Connection connection, Catalog known, Table table, List<Object> after, Consumer<TableRow> reader) {
        boolean[] flags = known.flags(table);
        String sql = TableSql.read(table, after.isEmpty(), dialect.byteOrder());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(PORTION);
            for (int i = 0; i < after.size(); i++) {
                query.setObject(i + 1, after.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.accept(row(flags, table, rows));
                }
            }
        } catch (SQLException e) {
            throw failure(table, "read", e);
        }
    }

    private static TableRow row(boolean[] flags, Table table, ResultSet rows) throws SQLException {
        List<Optional<Object>> cells = new ArrayList<>(flags.length);
        for (int i = 0; i < flags.length; i++) {
            cells.add(cell(rows, i + 1, table.columns().get(i), flags[i]));
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
        if (rows.isEmpty()) {
            return;
        }
        boolean[] flags = catalog().flags(table);
        int atOnce = Math.min(rows.size(), dialect.rowsAtOnce(table.columns().size()));
        int whole = rows.size() - rows.size() % atOnce;
        database.change(handle -> {
            put(handle.getConnection(), flags, table, rows.subList(0, whole), atOnce);
            if (whole < rows.size()) {
                put(handle.getConnection(), flags, table, rows.subList(whole, rows.size()), rows.size() - whole);
            }
        });
    }

    /** Writes rows by statements of several rows each, as a database server takes longer to hear than to write. */
    private void put(Connection connection, boolean[] flags, Table table, List<TableRow> rows, int atOnce) {
        try (PreparedStatement insert = connection.prepareStatement(TableSql.put(table, atOnce))) {
            int parameter = 0;
            for (TableRow row : rows) {
                bind(insert, parameter, flags, table, row);
                parameter += flags.length;
                if (parameter == atOnce * flags.length) {
                    insert.addBatch();
                    parameter = 0;
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failure(table, "written", e);
        }
    }

    /** Cells that are empty have their column's type, too, so that a statement need not be prepared again for them. */
    private static void bind(PreparedStatement insert, int before, boolean[] flags, Table table, TableRow row)
            throws SQLException {
        for (int i = 0; i < flags.length; i++) {
            int index = before + i + 1;
            Object cell = row.cells().get(i).orElse(null);
            if (cell == null) {
                insert.setNull(index, type(table.columns().get(i).kind(), flags[i]));
            } else if (cell instanceof Long number && flags[i]) {
                insert.setBoolean(index, number != 0);
            } else {
                insert.setObject(index, cell);
            }
        }
    }

    private static int type(Table.Kind kind, boolean flag) {
        return switch (kind) {
            case WHOLE -> flag ? Types.BOOLEAN : Types.BIGINT;
            case REAL -> Types.DOUBLE;
            case TEXT -> Types.VARCHAR;
            case BYTES -> Types.BINARY;
        };
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
