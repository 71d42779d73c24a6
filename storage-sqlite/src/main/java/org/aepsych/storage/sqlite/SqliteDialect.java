package org.aepsych.storage.sqlite;

import java.sql.SQLException;
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
}
