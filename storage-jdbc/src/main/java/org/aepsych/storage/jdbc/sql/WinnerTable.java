package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.WinnerRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code winner}. */
final class WinnerTable extends KeyedTable<WinnerRow> {
    WinnerTable() {
        super(WinnerRow.class, "winner", List.of("playerid"), List.of("winner", "winrank", "rnum"));
    }

    @Override
    void bind(WinnerRow row, PreparedBatch batch) {
        batch.bind("playerid", row.player().value())
                .bind("winner", row.winner())
                .bind("winrank", row.winrank())
                .bind("rnum", row.rnum());
    }

    @Override
    WinnerRow row(ResultSet columns) throws SQLException {
        return new WinnerRow(
                new ParticipantId(columns.getLong("playerid")),
                columns.getBoolean("winner"),
                columns.getInt("winrank"),
                columns.getLong("rnum"));
    }
}
