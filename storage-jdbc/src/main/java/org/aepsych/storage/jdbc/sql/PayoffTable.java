package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.PayoffRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code payoff}. */
final class PayoffTable extends KeyedTable<PayoffRow> {
    PayoffTable() {
        super(PayoffRow.class, "payoff", List.of("round", "playerid", "gameid"), List.of("payoff"));
    }

    @Override
    void bind(PayoffRow row, PreparedBatch batch) {
        batch.bind("round", row.round())
                .bind("playerid", row.player().value())
                .bind("gameid", row.game())
                .bind("payoff", row.payoff());
    }

    @Override
    PayoffRow row(ResultSet columns) throws SQLException {
        return new PayoffRow(
                columns.getInt("round"),
                new ParticipantId(columns.getLong("playerid")),
                columns.getInt("gameid"),
                columns.getString("payoff"));
    }
}
