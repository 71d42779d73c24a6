package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.storage.ResultRow.PastRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code past}. */
final class PastTable extends KeyedTable<PastRow> {
    PastTable() {
        super(
                PastRow.class,
                "past",
                List.of("round", "gameid"),
                List.of("currentsp1", "currentsp2", "skip", "plays", "roundcount"));
    }

    @Override
    void bind(PastRow row, PreparedBatch batch) {
        batch.bind("round", row.round())
                .bind("gameid", row.game())
                .bind("currentsp1", row.currentsp1())
                .bind("currentsp2", row.currentsp2())
                .bind("skip", row.skip())
                .bind("plays", row.plays())
                .bind("roundcount", row.roundcount());
    }

    @Override
    PastRow row(ResultSet columns) throws SQLException {
        return new PastRow(
                columns.getInt("round"),
                columns.getInt("gameid"),
                columns.getString("currentsp1"),
                columns.getString("currentsp2"),
                columns.getBoolean("skip"),
                columns.getInt("plays"),
                columns.getInt("roundcount"));
    }
}
