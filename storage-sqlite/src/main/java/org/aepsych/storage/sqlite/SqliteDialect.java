package org.aepsych.storage.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aepsych.storage.jdbc.Dialect;
import org.sqlite.SQLiteException;

/** SQLite, as bundled with its driver. */
final class SqliteDialect implements Dialect {
    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public String migrations() {
        return "org/aepsych/storage/sqlite/migration";
    }

    @Override
    public String rowLock() {
        return "";
    }

    @Override
    public Optional<String> openingLock() {
        return Optional.empty();
    }

    @Override
    public String byteOrder() {
        return "";
    }

    /** There is no way to a server that could be saved. */
    @Override
    public int rowsAtOnce(int columns) {
        return 1;
    }

    @Override
    public List<String> vacuum() {
        return List.of("VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    @Override
    public Optional<String> settle(String table, String column) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("database", "SELECT 'SQLite ' || sqlite_version()");
        facts.put("file", "SELECT file FROM pragma_database_list WHERE name = 'main'");
        facts.put(
                "size",
                "SELECT printf('%.1f MB', page_count * page_size / 1e6) FROM pragma_page_count, pragma_page_size");
        return facts;
    }

    @Override
    @SuppressWarnings("PatternMatchingInstanceof") // a switch on the enum reads better than a condition
    public boolean isDuplicateKey(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return switch (sqlite.getResultCode()) {
                case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> true;
                default -> false;
            };
        }
        return false;
    }

    @Override
    @SuppressWarnings("PatternMatchingInstanceof") // a switch on the enum reads better than a condition
    public Optional<String> advice(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return switch (sqlite.getResultCode()) {
                case SQLITE_NOTADB ->
                    Optional.of("choose another file, or go back to a backup with ./aepsych db restore");
                case SQLITE_CORRUPT ->
                    Optional.of("put the file aside, and go back to a backup with ./aepsych db restore");
                case SQLITE_FULL -> Optional.of("make room on the disk, and start again; nothing was changed");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
