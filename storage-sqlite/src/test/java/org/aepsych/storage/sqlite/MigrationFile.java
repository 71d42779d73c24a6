package org.aepsych.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the migrations say about tables and columns: name to comment, in the order of the file. */
final class MigrationFile {
    private static final Pattern SQLITE_COMMENT = Pattern.compile("-- (\\w+): (.+)");
    private static final Pattern SQLITE_TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(");
    private static final Pattern SQLITE_COLUMN = Pattern.compile("    \"?([a-z_0-9]+)\"? [A-Z].*?(?: -- (.+))?");
    private static final Pattern POSTGRES_TABLE = Pattern.compile("COMMENT ON TABLE (\\w+) IS '(.+)';");
    private static final Pattern POSTGRES_COLUMN =
            Pattern.compile("COMMENT ON COLUMN (\\w+)\\.\"?(\\w+)\"? IS '(.+)';");

    private MigrationFile() {}

    /** A table as a file describes it. */
    record Table(String comment, Map<String, String> columns) {}

    static Map<String, Table> sqlite() {
        Map<String, Table> tables = new LinkedHashMap<>();
        String comment = "";
        Map<String, String> columns = Map.of();
        for (String line : lines("/org/aepsych/storage/sqlite/migration/V1__Schema.sql")) {
            Matcher text = SQLITE_COMMENT.matcher(line);
            Matcher table = SQLITE_TABLE.matcher(line);
            Matcher column = SQLITE_COLUMN.matcher(line);
            if (text.matches()) {
                comment = text.group(2);
            } else if (table.matches()) {
                columns = new LinkedHashMap<>();
                tables.put(table.group(1), new Table(comment, columns));
                comment = "";
            } else if (column.matches()) {
                columns.put(column.group(1), Objects.requireNonNullElse(column.group(2), ""));
            }
        }
        return tables;
    }

    static Map<String, Table> postgresql() {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String line : lines("/org/aepsych/storage/jdbc/migration/postgresql/V1__Schema.sql")) {
            Matcher table = POSTGRES_TABLE.matcher(line);
            Matcher column = POSTGRES_COLUMN.matcher(line);
            if (table.matches()) {
                tables.put(table.group(1), new Table(unquoted(table.group(2)), new LinkedHashMap<>()));
            } else if (column.matches()) {
                Objects.requireNonNull(tables.get(column.group(1)))
                        .columns()
                        .put(column.group(2), unquoted(column.group(3)));
            }
        }
        return tables;
    }

    private static String unquoted(String text) {
        return text.replace("''", "'");
    }

    private static String[] lines(String resource) {
        try (InputStream in = Objects.requireNonNull(MigrationFile.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
