package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.ChoiceRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code choice}. */
final class ChoiceTable extends KeyedTable<ChoiceRow> {
    ChoiceTable() {
        super(
                ChoiceRow.class,
                "choice",
                List.of("round", "playerid", "gameid"),
                List.of("strats", "stratsz", "created"));
    }

    @Override
    void bind(ChoiceRow row, PreparedBatch batch) {
        batch.bind("round", row.round())
                .bind("playerid", row.player().value())
                .bind("gameid", row.game())
                .bind("strats", row.strats())
                .bind("stratsz", row.stratsz())
                .bind("created", HashChain.micros(row.created()));
    }

    @Override
    ChoiceRow row(ResultSet columns) throws SQLException {
        return new ChoiceRow(
                columns.getInt("round"),
                new ParticipantId(columns.getLong("playerid")),
                columns.getInt("gameid"),
                columns.getString("strats"),
                columns.getInt("stratsz"),
                Times.ofMicros(columns.getLong("created")));
    }
}
