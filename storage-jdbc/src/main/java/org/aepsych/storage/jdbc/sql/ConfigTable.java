package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.storage.ResultRow.ConfigRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code config_data}. */
final class ConfigTable extends KeyedTable<ConfigRow> {
    ConfigTable() {
        super(ConfigRow.class, "config_data", List.of("sequence"), List.of("timestamp", "config"));
    }

    @Override
    void bind(ConfigRow row, PreparedBatch batch) {
        batch.bind("sequence", row.sequence())
                .bind("timestamp", Times.text(row.timestamp()))
                .bind("config", row.config());
    }

    @Override
    ConfigRow row(ResultSet columns) throws SQLException {
        return new ConfigRow(
                columns.getLong("sequence"),
                Times.instant(columns.getString("timestamp")),
                columns.getString("config"));
    }
}
