package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.NoteRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code note}. */
final class NoteTable extends KeyedTable<NoteRow> {
    NoteTable() {
        super(NoteRow.class, "note", List.of("number", "playerid"), List.of("sent", "text", "dismissed"));
    }

    @Override
    void bind(NoteRow row, PreparedBatch batch) {
        batch.bind("number", row.number())
                .bind("playerid", row.player().value())
                .bind("sent", HashChain.micros(row.sent()))
                .bind("text", row.text())
                .bind("dismissed", row.dismissed().map(HashChain::micros).orElse(null));
    }

    @Override
    NoteRow row(ResultSet columns) throws SQLException {
        return new NoteRow(
                columns.getLong("number"),
                new ParticipantId(columns.getLong("playerid")),
                Times.ofMicros(columns.getLong("sent")),
                columns.getString("text"),
                Times.maybe(columns, "dismissed"));
    }
}
