package org.aepsych.storage.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL, from version 12. */
final class PostgresDialect implements Dialect {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String DISK_FULL = "53100";

    /** The protocol allows 65,535; a thousand or so is as fast, and quicker to plan. */
    private static final int PARAMETERS_AT_ONCE = 2000;

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

    /** A sequence gives its numbers before the commit, and transactions do not end in the order of their numbers. */
    @Override
    public Optional<String> openingLock() {
        return Optional.of("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.master', 0))::text");
    }

    @Override
    public String byteOrder() {
        return " COLLATE \"C\"";
    }

    @Override
    public int rowsAtOnce(int columns) {
        return Math.max(1, PARAMETERS_AT_ONCE / columns);
    }

    @Override
    public List<String> vacuum() {
        return List.of("VACUUM (ANALYZE)");
    }

    @Override
    public Optional<String> settle(String table, String column) {
        return Optional.of(
                "SELECT setval(pg_get_serial_sequence('\"" + table + "\"', '" + column + "'), max(\"" + column
                        + "\")) FROM \"" + table + "\" WHERE pg_get_serial_sequence('\"" + table + "\"', '" + column
                        + "') IS NOT NULL HAVING max(\"" + column + "\") IS NOT NULL");
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("database", "SELECT 'PostgreSQL ' || current_setting('server_version')");
        facts.put("schema", "SELECT current_schema()::text");
        facts.put("size", "SELECT pg_size_pretty(pg_database_size(current_database()))");
        facts.put("connections", "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database()");
        return facts;
    }

    @Override
    public boolean isDuplicateKey(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    /** Since version 15 nobody but the owner of a database may create tables in its schema {@code public}. */
    @Override
    public Optional<String> advice(SQLException failure) {
        if (INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
            return Optional.of("make the role the owner of the database: ALTER DATABASE … OWNER TO …");
        }
        return DISK_FULL.equals(failure.getSQLState())
                ? Optional.of("make room on the disk of the database, and start again")
                : Optional.empty();
    }
}
