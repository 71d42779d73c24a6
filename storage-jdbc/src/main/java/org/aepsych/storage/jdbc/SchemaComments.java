package org.aepsych.storage.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the migrations say of tables and columns. In SQLite's files a table's comment stands above it as {@code -- NAME:
 * TEXT} and a column's behind it; PostgreSQL's have {@code COMMENT ON}. Where a later file says something else of a
 * column of an earlier one, SQLite's has a line {@code -- TABLE.COLUMN: TEXT}. A comment that begins with {@code
 * personal:} marks what is left out of redacted copies.
 *
 * @param tables in the order of the files
 */
public record SchemaComments(Map<String, TableComment> tables) {
    private static final String PERSONAL = "personal:";
    private static final Pattern LINE = Pattern.compile("-- (\\w+)(?:\\.(\\w+))?: (.+)");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE \"?(\\w+)\"? \\(");
    private static final Pattern COLUMN = Pattern.compile("    \"?([a-z_0-9]+)\"? [A-Z].*?(?: -- (.+))?");
    private static final Pattern ADDED =
            Pattern.compile("ALTER TABLE \"?(\\w+)\"? ADD COLUMN \"?(\\w+)\"? .*?;(?: -- (.+))?");
    private static final Pattern COMMENT_ON =
            Pattern.compile("COMMENT ON (?:TABLE|COLUMN) \"?(\\w+)\"?(?:\\.\"?(\\w+)\"?)? IS '(.+)';");

    /** Copies the map. */
    public SchemaComments {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * What is said of a table.
     *
     * @param text what a row is
     * @param columns column and meaning, in the order of the files
     */
    public record TableComment(String text, Map<String, String> columns) {
        /** Copies the map. */
        public TableComment {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /**
     * Reads migrations.
     *
     * @param scripts their texts, in the order of their versions
     * @return what they say
     */
    public static SchemaComments of(List<String> scripts) {
        Reading reading = new Reading();
        scripts.forEach(script -> script.lines().forEach(reading::line));
        Map<String, TableComment> tables = new LinkedHashMap<>();
        reading.columns.forEach((table, columns) ->
                tables.put(table, new TableComment(reading.texts.getOrDefault(table, ""), columns)));
        return new SchemaComments(tables);
    }

    /** Tells whether a whole table is personal. */
    boolean isPersonal(String table) {
        return comment(table)
                .map(TableComment::text)
                .filter(SchemaComments::personal)
                .isPresent();
    }

    /** Tells whether a column is personal, by itself or with its table. */
    boolean isPersonal(String table, String column) {
        return isPersonal(table)
                || comment(table)
                        .flatMap(known -> Optional.ofNullable(known.columns().get(column)))
                        .filter(SchemaComments::personal)
                        .isPresent();
    }

    private Optional<TableComment> comment(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    private static boolean personal(String text) {
        return text.startsWith(PERSONAL);
    }

    private static final class Reading {
        final Map<String, String> texts = new LinkedHashMap<>();
        final Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        private String table = "";

        void line(String line) {
            Matcher said = LINE.matcher(line);
            Matcher created = TABLE.matcher(line);
            Matcher added = ADDED.matcher(line);
            Matcher comment = COMMENT_ON.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (said.matches()) {
                say(said);
            } else if (created.matches()) {
                table = Objects.requireNonNull(created.group(1));
                columns.putIfAbsent(table, new LinkedHashMap<>());
            } else if (added.matches()) {
                columnsOf(added.group(1)).put(added.group(2), Objects.requireNonNullElse(added.group(3), ""));
            } else if (comment.matches()) {
                say(comment);
            } else if (column.matches()) {
                columnsOf(table).putIfAbsent(column.group(1), Objects.requireNonNullElse(column.group(2), ""));
            }
        }

        private void say(Matcher said) {
            String text = Objects.requireNonNull(said.group(3)).replace("''", "'");
            if (said.group(2) == null) {
                texts.put(Objects.requireNonNull(said.group(1)), text);
            } else {
                columnsOf(said.group(1)).put(said.group(2), text);
            }
        }

        private Map<String, String> columnsOf(String name) {
            return columns.computeIfAbsent(name, first -> new LinkedHashMap<>());
        }
    }
}
