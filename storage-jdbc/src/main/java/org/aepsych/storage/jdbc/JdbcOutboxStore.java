package org.aepsych.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.OutboxStore;
import org.aepsych.storage.jdbc.sql.Times;

/** {@code outbox}. */
final class JdbcOutboxStore implements OutboxStore {
    private static final String INSERT = """
            INSERT INTO outbox (master_table_id, kind, dedupkey, contents, created, due)
            VALUES (:stream, :kind, :key, :contents, :created, :due)
            ON CONFLICT (dedupkey) DO NOTHING
            """;
    private static final String SELECT_DUE = """
            SELECT id, master_table_id, kind, dedupkey, contents, created, due, attempts
            FROM outbox WHERE done IS NULL AND due <= :now ORDER BY due, id LIMIT :most
            """;
    private static final String CLAIM = """
            UPDATE outbox SET due = :until, attempts = attempts + 1
            WHERE id = :id AND due = :due AND done IS NULL
            """;
    private static final String FAIL = "UPDATE outbox SET due = :again, error = :error WHERE id = :id AND done IS NULL";
    private static final String CLOSE =
            "UPDATE outbox SET done = :now, error = :error, contents = '{}' WHERE id = :id AND done IS NULL";
    private static final String COUNT = """
            SELECT COUNT(CASE WHEN done IS NULL THEN 1 END) AS waiting,
                COUNT(CASE WHEN done IS NULL AND error IS NOT NULL THEN 1 END) AS failing,
                COUNT(CASE WHEN done IS NOT NULL AND error IS NULL THEN 1 END) AS done,
                COUNT(CASE WHEN done IS NOT NULL AND error IS NOT NULL THEN 1 END) AS given_up
            FROM outbox
            """;

    private final Database database;

    JdbcOutboxStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(Effect effect) {
        return database.write(handle -> handle.createUpdate(INSERT)
                        .bind("stream", effect.stream().map(StreamId::value).orElse(null))
                        .bind("kind", effect.kind())
                        .bind("key", effect.key())
                        .bind("contents", effect.contents())
                        .bind("created", HashChain.micros(effect.created()))
                        .bind("due", HashChain.micros(effect.due()))
                        .execute()
                == 1);
    }

    @Override
    public List<Effect> due(Instant now, int most) {
        return database.read(handle -> handle.createQuery(SELECT_DUE)
                .bind("now", HashChain.micros(now))
                .bind("most", most)
                .map((row, context) -> effect(row))
                .list());
    }

    @Override
    public boolean claim(Effect effect, Instant until) {
        return database.write(handle -> handle.createUpdate(CLAIM)
                        .bind("id", effect.id())
                        .bind("due", HashChain.micros(effect.due()))
                        .bind("until", HashChain.micros(until))
                        .execute()
                == 1);
    }

    @Override
    public void failed(long id, Instant again, String error) {
        database.change(handle -> handle.createUpdate(FAIL)
                .bind("id", id)
                .bind("again", HashChain.micros(again))
                .bind("error", error)
                .execute());
    }

    @Override
    public void close(long id, Instant now, Optional<String> error) {
        database.change(handle -> handle.createUpdate(CLOSE)
                .bind("id", id)
                .bind("now", HashChain.micros(now))
                .bind("error", error.orElse(null))
                .execute());
    }

    @Override
    public Counts counts() {
        return database.read(handle -> handle.createQuery(COUNT)
                .map((row, context) -> new Counts(
                        row.getLong("waiting"), row.getLong("failing"), row.getLong("done"), row.getLong("given_up")))
                .one());
    }

    private static Effect effect(ResultSet row) throws SQLException {
        long stream = row.getLong("master_table_id");
        Optional<StreamId> owner = row.wasNull() ? Optional.empty() : Optional.of(new StreamId(stream));
        return new Effect(
                row.getLong("id"),
                owner,
                row.getString("kind"),
                row.getString("dedupkey"),
                row.getString("contents"),
                Times.ofMicros(row.getLong("created")),
                Times.ofMicros(row.getLong("due")),
                row.getInt("attempts"));
    }
}
