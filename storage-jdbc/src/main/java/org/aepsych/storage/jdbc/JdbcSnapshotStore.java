package org.aepsych.storage.jdbc;

import java.util.Optional;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Snapshot;
import org.aepsych.api.storage.SnapshotStore;
import org.aepsych.storage.jdbc.sql.Times;

/** {@code strat_data}. */
final class JdbcSnapshotStore implements SnapshotStore {
    private static final String UPSERT = """
            INSERT INTO strat_data (timestamp, strat, master_table_id, sequence, version, sha256)
            VALUES (:timestamp, :strat, :stream, :sequence, :version, :sha256)
            ON CONFLICT (master_table_id, sequence) DO UPDATE SET
                timestamp = excluded.timestamp, strat = excluded.strat, version = excluded.version,
                sha256 = excluded.sha256
            """;
    private static final String LATEST = """
            SELECT timestamp, strat, sequence, version, sha256
            FROM strat_data
            WHERE master_table_id = :stream AND sequence <= :atMost
            ORDER BY sequence DESC
            LIMIT 1
            """;

    private final Database database;

    JdbcSnapshotStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(StreamId stream, Snapshot snapshot) {
        database.change(handle -> handle.createUpdate(UPSERT)
                .bind("timestamp", Times.text(snapshot.timestamp()))
                .bind("strat", snapshot.state())
                .bind("stream", stream.value())
                .bind("sequence", snapshot.sequence())
                .bind("version", snapshot.version())
                .bind("sha256", snapshot.sha256())
                .execute());
    }

    @Override
    public Optional<Snapshot> latest(StreamId stream, long atMost) {
        return database.read(handle -> handle.createQuery(LATEST)
                .bind("stream", stream.value())
                .bind("atMost", atMost)
                .map((row, context) -> new Snapshot(
                        row.getLong("sequence"),
                        Times.instant(row.getString("timestamp")),
                        row.getInt("version"),
                        row.getString("sha256"),
                        row.getBytes("strat")))
                .findOne());
    }

    @Override
    public void deleteAll(StreamId stream) {
        database.change(handle -> handle.createUpdate("DELETE FROM strat_data WHERE master_table_id = :stream")
                .bind("stream", stream.value())
                .execute());
    }
}
