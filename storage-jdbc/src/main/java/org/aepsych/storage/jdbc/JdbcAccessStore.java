package org.aepsych.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.storage.jdbc.sql.Times;

/** {@code member}, {@code pass} and {@code audit}. */
final class JdbcAccessStore implements AccessStore {
    private static final String SELECT_MEMBER = """
            SELECT a.id, a.email, m.role, m.totp
            FROM admin a LEFT JOIN member m ON m.adminid = a.id
            """;
    private static final String PUT_ROLE = """
            INSERT INTO member (adminid, role, created) VALUES (:id, :role, :now)
            ON CONFLICT (adminid) DO UPDATE SET role = excluded.role
            """;
    private static final String PUT_AUTHENTICATOR = """
            INSERT INTO member (adminid, role, totp, created) VALUES (:id, 'owner', :totp, :now)
            ON CONFLICT (adminid) DO UPDATE SET totp = excluded.totp
            """;
    private static final String INSERT_PASS = """
            INSERT INTO pass (kind, hash, name, role, adminid, created, expires)
            VALUES (:kind, :hash, :name, :role, :admin, :created, :expires)
            """;
    private static final String SELECT_PASS =
            "SELECT id, kind, hash, name, role, adminid, created, expires, used FROM pass ";
    private static final String INSERT_AUDIT = """
            INSERT INTO audit (at, actor, action, subject, detail, origin)
            VALUES (:at, :actor, :action, :subject, :detail, :origin)
            """;
    private static final String SELECT_AUDIT = """
            SELECT id, at, actor, action, subject, detail, origin
            FROM audit WHERE id < :before ORDER BY id DESC LIMIT :most
            """;
    private static final String OWNER = "owner";

    private final Database database;

    JdbcAccessStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Member> members() {
        return database.read(handle -> handle.createQuery(SELECT_MEMBER + "ORDER BY a.id")
                .map((row, context) -> member(row))
                .list());
    }

    @Override
    public Optional<Member> member(long id) {
        return database.read(handle -> handle.createQuery(SELECT_MEMBER + "WHERE a.id = :id")
                .bind("id", id)
                .map((row, context) -> member(row))
                .findOne());
    }

    @Override
    public void setRole(long id, String role, Instant now) {
        database.change(handle -> handle.createUpdate(PUT_ROLE)
                .bind("id", id)
                .bind("role", role)
                .bind("now", HashChain.micros(now))
                .execute());
    }

    @Override
    public void setAuthenticator(long id, Optional<String> secret, Instant now) {
        database.change(handle -> handle.createUpdate(PUT_AUTHENTICATOR)
                .bind("id", id)
                .bind("totp", secret.orElse(null))
                .bind("now", HashChain.micros(now))
                .execute());
    }

    @Override
    public void setPasswordHash(long id, String passwordHash) {
        database.change(handle -> {
            handle.createUpdate("UPDATE admin SET hash = :hash WHERE id = :id")
                    .bind("hash", passwordHash)
                    .bind("id", id)
                    .execute();
            handle.createUpdate("DELETE FROM sess WHERE adminid = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    @Override
    public void remove(long id) {
        database.change(handle -> {
            for (String table : List.of("sess", "pass", "member")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE adminid = :id")
                        .bind("id", id)
                        .execute();
            }
            handle.createUpdate("DELETE FROM admin WHERE id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    @Override
    public long keep(Pass pass) {
        return database.write(handle -> handle.createUpdate(INSERT_PASS)
                .bind("kind", pass.kind().name().toLowerCase(Locale.ROOT))
                .bind("hash", pass.hash())
                .bind("name", pass.name())
                .bind("role", pass.role())
                .bind("admin", pass.administrator())
                .bind("created", HashChain.micros(pass.created()))
                .bind("expires", HashChain.micros(pass.expires()))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong(1))
                .one());
    }

    @Override
    public Optional<Pass> find(String hash) {
        return database.read(handle -> handle.createQuery(SELECT_PASS + "WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> pass(row))
                .findOne());
    }

    @Override
    public List<Pass> passes(PassKind kind) {
        return database.read(handle -> handle.createQuery(SELECT_PASS + "WHERE kind = :kind ORDER BY id")
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .map((row, context) -> pass(row))
                .list());
    }

    @Override
    public void used(long id, Instant now) {
        database.change(handle -> handle.createUpdate("UPDATE pass SET used = :now WHERE id = :id")
                .bind("now", HashChain.micros(now))
                .bind("id", id)
                .execute());
    }

    @Override
    public boolean end(long id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM pass WHERE id = :id")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    @Override
    public void record(AuditEntry entry) {
        database.change(handle -> handle.createUpdate(INSERT_AUDIT)
                .bind("at", HashChain.micros(entry.at()))
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .bind("origin", entry.origin())
                .execute());
    }

    @Override
    public List<AuditEntry> audit(long before, int most) {
        return database.read(handle -> handle.createQuery(SELECT_AUDIT)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> new AuditEntry(
                        row.getLong("id"),
                        Times.ofMicros(row.getLong("at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getString("origin")))
                .list());
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("email"),
                Optional.ofNullable(row.getString("role")).orElse(OWNER),
                Optional.ofNullable(row.getString("totp")));
    }

    private static Pass pass(ResultSet row) throws SQLException {
        long used = row.getLong("used");
        Optional<Instant> last = row.wasNull() ? Optional.empty() : Optional.of(Times.ofMicros(used));
        return new Pass(
                row.getLong("id"),
                PassKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("hash"),
                row.getString("name"),
                row.getString("role"),
                row.getLong("adminid"),
                Times.ofMicros(row.getLong("created")),
                Times.ofMicros(row.getLong("expires")),
                last);
    }
}
