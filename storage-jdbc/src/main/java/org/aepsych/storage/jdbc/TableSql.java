package org.aepsych.storage.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.aepsych.api.storage.Table;
import org.aepsych.api.storage.Table.Column;
import org.aepsych.api.storage.Table.Kind;

/** The statements of whole tables. Every name is quoted, as some are words of SQL. */
final class TableSql {
    private TableSql() {}

    static String count(Table table) {
        return "SELECT count(*) FROM " + quoted(table.name());
    }

    static String clear(Table table) {
        return "DELETE FROM " + quoted(table.name());
    }

    static String read(Table table, boolean fromBeginning, String byteOrder) {
        String after = fromBeginning
                ? ""
                : " WHERE ("
                        + table.key().stream()
                                .map(column -> ordered(table, column, byteOrder))
                                .collect(Collectors.joining(", "))
                        + ") > ("
                        + table.key().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        return "SELECT " + names(table) + " FROM " + quoted(table.name()) + after + " ORDER BY "
                + table.key().stream()
                        .map(column -> ordered(table, column, byteOrder))
                        .collect(Collectors.joining(", "));
    }

    static String last(Table table, String byteOrder) {
        return "SELECT " + names(table) + " FROM " + quoted(table.name()) + " ORDER BY "
                + table.key().stream()
                        .map(column -> ordered(table, column, byteOrder) + " DESC")
                        .collect(Collectors.joining(", "))
                + " LIMIT 1";
    }

    /** Writes several rows, no two of which may have the same key. */
    static String put(Table table, int rows) {
        List<String> values = table.columns().stream()
                .map(Column::name)
                .filter(name -> !table.key().contains(name))
                .toList();
        String key = table.key().stream().map(TableSql::quoted).collect(Collectors.joining(", "));
        String update = values.isEmpty()
                ? "DO NOTHING"
                : "DO UPDATE SET "
                        + values.stream()
                                .map(name -> quoted(name) + " = excluded." + quoted(name))
                                .collect(Collectors.joining(", "));
        String row = table.columns().stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        return "INSERT INTO " + quoted(table.name()) + " (" + names(table) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row)) + " ON CONFLICT (" + key + ") " + update;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String names(Table table) {
        return table.columns().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    private static String ordered(Table table, String column, String byteOrder) {
        boolean text = table.columns().get(table.indexOf(column)).kind() == Kind.TEXT;
        return quoted(column) + (text ? byteOrder : "");
    }
}
