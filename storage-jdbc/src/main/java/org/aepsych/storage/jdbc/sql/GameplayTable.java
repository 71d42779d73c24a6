package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.GameplayRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code gameplay}. */
final class GameplayTable extends KeyedTable<GameplayRow> {
    GameplayTable() {
        super(GameplayRow.class, "gameplay", List.of("round", "playerid"), List.of("choices"));
    }

    @Override
    void bind(GameplayRow row, PreparedBatch batch) {
        batch.bind("round", row.round()).bind("playerid", row.player().value()).bind("choices", row.choices());
    }

    @Override
    GameplayRow row(ResultSet columns) throws SQLException {
        return new GameplayRow(
                columns.getInt("round"), new ParticipantId(columns.getLong("playerid")), columns.getInt("choices"));
    }
}
