package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.storage.ResultRow.GameRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code game}. */
final class GameTable extends KeyedTable<GameRow> {
    GameTable() {
        super(GameRow.class, "game", List.of("id"), List.of("name", "p1", "p2", "payoffs"));
    }

    @Override
    void bind(GameRow row, PreparedBatch batch) {
        batch.bind("id", row.id())
                .bind("name", row.name())
                .bind("p1", row.p1())
                .bind("p2", row.p2())
                .bind("payoffs", row.payoffs());
    }

    @Override
    GameRow row(ResultSet columns) throws SQLException {
        return new GameRow(
                columns.getInt("id"),
                columns.getString("name"),
                columns.getInt("p1"),
                columns.getInt("p2"),
                columns.getString("payoffs"));
    }
}
