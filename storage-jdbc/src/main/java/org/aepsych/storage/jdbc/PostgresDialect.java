package org.aepsych.storage.jdbc;

import java.sql.SQLException;

/** PostgreSQL, from version 12. */
final class PostgresDialect implements Dialect {
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String migrations() {
        return "org/aepsych/storage/jdbc/migration/postgresql";
    }

    /** Weak enough that other transactions may still add rows that refer to the locked one. */
    @Override
    public String rowLock() {
        return "FOR NO KEY UPDATE";
    }

    @Override
    public boolean isDuplicateKey(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }
}
