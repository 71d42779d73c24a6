package org.aepsych.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.storage.jdbc.sql.Times;
import org.jdbi.v3.core.JdbiException;

/** {@code admin} and {@code sess}. */
final class JdbcAccountStore implements AccountStore {
    private static final String INSERT_SESSION = """
            INSERT INTO sess (cookie, created, expires, adminid, master_table_id, playerid, useragent)
            VALUES (:cookie, :created, :expires, :admin, :stream, :player, :agent)
            """;
    private static final String SELECT_SESSION = """
            SELECT cookie, created, expires, adminid, master_table_id, playerid, useragent
            FROM sess
            WHERE cookie = :cookie
            """;

    private final Database database;
    private final Dialect dialect;

    JdbcAccountStore(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public int administrators() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM admin")
                .mapTo(int.class)
                .one());
    }

    @Override
    public Administrator createAdministrator(String email, String passwordHash) {
        return database.write(handle -> {
            try {
                return handle.createUpdate("INSERT INTO admin (email, hash) VALUES (:email, :hash)")
                        .bind("email", email)
                        .bind("hash", passwordHash)
                        .executeAndReturnGeneratedKeys("id")
                        .map((row, context) -> new Administrator(row.getLong(1), email, passwordHash))
                        .one();
            } catch (JdbiException e) {
                if (dialect.isDuplicateKey(e)) {
                    throw new AepsychException(
                            StandardError.STATE_CONFLICT, "email: an administrator with that address exists");
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Administrator> findAdministrator(String email) {
        return database.read(handle -> handle.createQuery("SELECT id, email, hash FROM admin WHERE email = :email")
                .bind("email", email)
                .map((row, context) -> administrator(row))
                .findOne());
    }

    @Override
    public Optional<Administrator> findAdministrator(long id) {
        return database.read(handle -> handle.createQuery("SELECT id, email, hash FROM admin WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> administrator(row))
                .findOne());
    }

    @Override
    public void createSession(Session session) {
        database.change(handle -> handle.createUpdate(INSERT_SESSION)
                .bind("cookie", session.tokenHash())
                .bind("created", HashChain.micros(session.created()))
                .bind("expires", HashChain.micros(session.expires()))
                .bind("admin", session.administrator().orElse(null))
                .bind("stream", session.stream().map(StreamId::value).orElse(null))
                .bind("player", session.participant().map(ParticipantId::value).orElse(null))
                .bind("agent", session.userAgent())
                .execute());
    }

    @Override
    public Optional<Session> findSession(String tokenHash) {
        return database.read(handle -> handle.createQuery(SELECT_SESSION)
                .bind("cookie", tokenHash)
                .map((row, context) -> session(row))
                .findOne());
    }

    @Override
    public void deleteSession(String tokenHash) {
        database.change(handle -> handle.createUpdate("DELETE FROM sess WHERE cookie = :cookie")
                .bind("cookie", tokenHash)
                .execute());
    }

    @Override
    public void deleteSessions(StreamId stream) {
        database.change(handle -> handle.createUpdate("DELETE FROM sess WHERE master_table_id = :stream")
                .bind("stream", stream.value())
                .execute());
    }

    @Override
    public void deleteExpiredSessions(Instant now) {
        database.change(handle -> handle.createUpdate("DELETE FROM sess WHERE expires <= :now")
                .bind("now", HashChain.micros(now))
                .execute());
    }

    private static Administrator administrator(ResultSet row) throws SQLException {
        return new Administrator(row.getLong("id"), row.getString("email"), row.getString("hash"));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("cookie"),
                Times.ofMicros(row.getLong("created")),
                Times.ofMicros(row.getLong("expires")),
                number(row, "adminid"),
                number(row, "master_table_id").map(StreamId::new),
                number(row, "playerid").map(ParticipantId::new),
                row.getString("useragent"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
