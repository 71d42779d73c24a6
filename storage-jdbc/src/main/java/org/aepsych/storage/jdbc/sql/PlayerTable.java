package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow.PlayerRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code player} without the personal columns; they are null in rows that only {@link PersonRows} has written. */
final class PlayerTable extends KeyedTable<PlayerRow> {
    PlayerTable() {
        super(
                PlayerRow.class,
                "player",
                List.of("id"),
                List.of(
                        "version",
                        "role",
                        "joined",
                        "enabled",
                        "autoadd",
                        "rseed",
                        "answer",
                        "finalrank",
                        "finalscore",
                        "released",
                        "state"));
    }

    @Override
    void bind(PlayerRow row, PreparedBatch batch) {
        batch.bind("id", row.id().value())
                .bind("version", row.version())
                .bind("role", row.role())
                .bind("joined", row.joined())
                .bind("enabled", row.enabled())
                .bind("autoadd", row.autoadd())
                .bind("rseed", row.rseed())
                .bind("answer", row.answer())
                .bind("finalrank", row.finalrank())
                .bind("finalscore", row.finalscore())
                .bind("released", row.released().orElse(null))
                .bind("state", row.state());
    }

    @Override
    PlayerRow row(ResultSet columns) throws SQLException {
        int released = columns.getInt("released");
        Optional<Integer> left = columns.wasNull() ? Optional.empty() : Optional.of(released);
        return new PlayerRow(
                new ParticipantId(columns.getLong("id")),
                columns.getInt("role"),
                columns.getInt("joined"),
                columns.getBoolean("enabled"),
                columns.getBoolean("autoadd"),
                columns.getLong("rseed"),
                columns.getInt("answer"),
                columns.getLong("finalrank"),
                columns.getLong("finalscore"),
                columns.getInt("version"),
                left,
                columns.getInt("state"));
    }

    @Override
    String condition() {
        return " AND version IS NOT NULL";
    }

    /** Keeps the personal columns of the same rows. */
    @Override
    public void clear(Handle handle, StreamId stream) {
        handle.createUpdate("DELETE FROM player WHERE master_table_id = :stream AND email IS NULL")
                .bind("stream", stream.value())
                .execute();
        handle.createUpdate("UPDATE player SET version = NULL, role = NULL, joined = NULL, enabled = NULL,"
                        + " autoadd = NULL, rseed = NULL, answer = NULL, finalrank = NULL, finalscore = NULL, released = NULL, state = 0"
                        + " WHERE master_table_id = :stream")
                .bind("stream", stream.value())
                .execute();
    }
}
