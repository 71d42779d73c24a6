package org.aepsych.storage.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.Table.Column;
import org.aepsych.api.storage.Table.Kind;

/**
 * The tables of a database as it says itself.
 *
 * @param tables a table comes after those that it refers to
 * @param flags {@code TABLE.COLUMN} of what the database keeps as truth values
 */
record Catalog(List<Table> tables, Set<String> flags) {
    private static final Set<String> OWN = Set.of("flyway_schema_history", "sqlite_sequence", "sqlite_stat1");

    Catalog {
        tables = List.copyOf(tables);
        flags = Set.copyOf(flags);
    }

    static Catalog read(Connection connection, SchemaComments comments) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Table> found = new TreeMap<>();
        Map<String, Set<String>> references = new TreeMap<>();
        Set<String> flags = new HashSet<>();
        for (String name : names(meta, schema)) {
            found.put(name, new Table(name, columns(meta, schema, name, comments, flags), key(meta, schema, name)));
            references.put(name, references(meta, schema, name));
        }
        return new Catalog(inOrder(found, references), flags);
    }

    /** Tells for each column of a table whether the database keeps truth values in it. */
    boolean[] flags(Table table) {
        boolean[] found = new boolean[table.columns().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] =
                    flags.contains(table.name() + "." + table.columns().get(i).name());
        }
        return found;
    }

    private static Set<String> names(DatabaseMetaData meta, String schema) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        names.removeAll(OWN);
        return names;
    }

    private static List<Column> columns(
            DatabaseMetaData meta, String schema, String table, SchemaComments comments, Set<String> flags)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = meta.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                String type = rows.getString("TYPE_NAME").toUpperCase(Locale.ROOT);
                if (type.startsWith("BOOL")) {
                    flags.add(table + "." + name);
                }
                boolean optional = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                columns.add(new Column(name, kind(type), optional, comments.isPersonal(table, name)));
            }
        }
        return columns;
    }

    private static Kind kind(String type) {
        if (type.contains("INT") || type.contains("SERIAL") || type.startsWith("BOOL")) {
            return Kind.WHOLE;
        } else if (type.contains("REAL") || type.contains("FLOAT") || type.contains("DOUBLE") || type.equals("ANY")) {
            return Kind.REAL;
        } else if (type.equals("BLOB") || type.equals("BYTEA")) {
            return Kind.BYTES;
        }
        return Kind.TEXT;
    }

    private static List<String> key(DatabaseMetaData meta, String schema, String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = meta.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    private static Set<String> references(DatabaseMetaData meta, String schema, String table) throws SQLException {
        Set<String> references = new HashSet<>();
        try (ResultSet rows = meta.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                references.add(rows.getString("PKTABLE_NAME"));
            }
        }
        references.remove(table);
        return references;
    }

    /** Tables without references first, then always those whose references are all there; by name among equals. */
    private static List<Table> inOrder(Map<String, Table> found, Map<String, Set<String>> references) {
        Map<String, Table> ordered = new LinkedHashMap<>();
        while (ordered.size() < found.size()) {
            int before = ordered.size();
            found.forEach((name, table) -> {
                if (ordered.keySet().containsAll(references.getOrDefault(name, Set.of()))) {
                    ordered.putIfAbsent(name, table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle: " + references);
            }
        }
        return List.copyOf(ordered.values());
    }
}
