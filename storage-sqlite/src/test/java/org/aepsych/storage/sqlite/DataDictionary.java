package org.aepsych.storage.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aepsych.storage.jdbc.SchemaComments;
import org.aepsych.storage.jdbc.SchemaComments.TableComment;

/** The text of {@code docs/database.md}: what the migrations say, with the types and references of a live database. */
final class DataDictionary {
    private static final String HEAD = """
            # The database, table by table

            This page is made from the comments of the migrations and checked against live databases of both kinds; do not edit it. Tables and
            columns of AEPsych's and gamelab's databases keep their names and meanings. SQLite and PostgreSQL have the same tables; where SQLite
            has 0 and 1, PostgreSQL has truth values. What begins with *personal* is left out of redacted backups and erased with a participant.

            `replay_data` is the truth; `player`, `admin` and `sess` hold who people are; the other tables follow from the log
            (`./aepsych replay --rebuild` writes them again) or are caches. `flyway_schema_history` belongs to the migrations.

            """;

    private final SchemaComments comments;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();
    private final Set<String> references = new TreeSet<>();

    private record Column(String name, String type, boolean optional) {}

    DataDictionary(SchemaComments comments, Connection live) throws SQLException {
        this.comments = comments;
        for (String table : comments.tables().keySet()) {
            columns.put(table, columns(live, table));
            references(live, table);
        }
    }

    private static List<Column> columns(Connection live, String table) throws SQLException {
        List<Column> found = new ArrayList<>();
        try (Statement statement = live.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + table + "')")) {
            while (rows.next()) {
                boolean optional = !rows.getBoolean(3) && rows.getInt(4) == 0;
                found.add(new Column(rows.getString(1), word(rows.getString(2)), optional));
            }
        }
        return found;
    }

    private static String word(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "INTEGER" -> "whole number";
            case "REAL", "ANY" -> "number";
            case "BLOB" -> "bytes";
            default -> "text";
        };
    }

    private void references(Connection live, String table) throws SQLException {
        try (Statement statement = live.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT \"table\" FROM pragma_foreign_key_list('" + table + "')")) {
            while (rows.next()) {
                references.add("    " + rows.getString(1) + " ||--o{ " + table + " : has\n");
            }
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("```mermaid\nerDiagram\n");
        references.forEach(text::append);
        text.append("```\n");
        comments.tables().forEach((name, table) -> table(text, name, table));
        return text.toString();
    }

    private void table(StringBuilder text, String name, TableComment table) {
        text.append("\n## `").append(name).append("`\n\n");
        text.append("From ")
                .append(Seeds.ofTable(name))
                .append(": ")
                .append(table.text())
                .append(".\n\n");
        text.append("| column | from | type | meaning |\n|---|---|---|---|\n");
        for (Column column : columns.getOrDefault(name, List.of())) {
            text.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(Seeds.ofColumn(name, column.name()))
                    .append(" | ")
                    .append(column.type())
                    .append(column.optional() ? " or NULL" : "")
                    .append(" | ")
                    .append(table.columns().getOrDefault(column.name(), ""))
                    .append(" |\n");
        }
    }
}
