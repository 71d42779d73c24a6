package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.LotteryRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code lottery}. */
final class LotteryTable extends KeyedTable<LotteryRow> {
    LotteryTable() {
        super(
                LotteryRow.class,
                "lottery",
                List.of("round", "playerid"),
                List.of("aggrpayoff", "aggrtickets", "curpayoff"));
    }

    @Override
    void bind(LotteryRow row, PreparedBatch batch) {
        batch.bind("round", row.round())
                .bind("playerid", row.player().value())
                .bind("aggrpayoff", row.aggrpayoff())
                .bind("aggrtickets", row.aggrtickets())
                .bind("curpayoff", row.curpayoff());
    }

    @Override
    LotteryRow row(ResultSet columns) throws SQLException {
        return new LotteryRow(
                columns.getInt("round"),
                new ParticipantId(columns.getLong("playerid")),
                columns.getString("aggrpayoff"),
                columns.getLong("aggrtickets"),
                columns.getString("curpayoff"));
    }
}
