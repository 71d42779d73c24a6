package org.aepsych.storage.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.foreign.ForeignDatabase;
import org.aepsych.api.foreign.ForeignRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A SQLite file of another program, read over one connection. */
final class ForeignSqlite implements ForeignDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignSqlite.class);

    private final Connection connection;
    private final SortedMap<String, SortedSet<String>> columns = new TreeMap<>();

    /** Reads which tables and columns there are, which also begins the transaction. */
    ForeignSqlite(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
                                + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            while (found.next()) {
                columns.computeIfAbsent(found.getString(1), table -> new TreeSet<>())
                        .add(found.getString(2));
            }
        }
    }

    @Override
    public SortedSet<String> tables() {
        return new TreeSet<>(columns.keySet());
    }

    @Override
    public SortedSet<String> columns(String table) {
        return new TreeSet<>(columns.getOrDefault(table, new TreeSet<>()));
    }

    @Override
    public void read(String table, Consumer<ForeignRow> reader) {
        if (!columns.containsKey(table)) {
            throw new AepsychException(StandardError.INPUT_INVALID, "the file has no table " + table);
        }
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + quoted)) {
            ResultSetMetaData shape = found.getMetaData();
            while (found.next()) {
                reader.accept(row(table, shape, found));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static ForeignRow row(String table, ResultSetMetaData shape, ResultSet found) throws SQLException {
        Map<String, Object> cells = new HashMap<>();
        for (int column = 1; column <= shape.getColumnCount(); column++) {
            Object cell = found.getObject(column);
            if (cell != null) {
                cells.put(shape.getColumnName(column), cell instanceof Integer small ? small.longValue() : cell);
            }
        }
        return new ForeignRow(table, cells);
    }

    static AepsychException unreadable(SQLException failure) {
        return new AepsychException(
                StandardError.INPUT_INVALID, "the SQLite file cannot be read: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a file of another program could not be closed", e);
        }
    }
}
