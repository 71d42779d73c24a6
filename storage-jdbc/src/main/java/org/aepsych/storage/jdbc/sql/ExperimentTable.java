package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.storage.ResultRow.ExperimentRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code experiment}. */
final class ExperimentTable extends KeyedTable<ExperimentRow> {
    ExperimentTable() {
        super(
                ExperimentRow.class,
                "experiment",
                List.of(),
                List.of(
                        "state",
                        "start",
                        "rounds",
                        "prounds",
                        "minutes",
                        "roundpct",
                        "roundmin",
                        "playermax",
                        "round",
                        "roundbegan",
                        "autoadd",
                        "lottery",
                        "questionnaire",
                        "instr",
                        "flags",
                        "total",
                        "autoaddpreserve",
                        "history",
                        "loginuri"));
    }

    @Override
    void bind(ExperimentRow row, PreparedBatch batch) {
        batch.bind("state", row.state())
                .bind("start", row.start().map(HashChain::micros).orElse(null))
                .bind("rounds", row.rounds())
                .bind("prounds", row.prounds())
                .bind("minutes", row.minutes())
                .bind("roundpct", row.roundpct())
                .bind("roundmin", row.roundmin())
                .bind("playermax", row.playermax())
                .bind("round", row.round())
                .bind("roundbegan", row.roundbegan().map(HashChain::micros).orElse(null))
                .bind("autoadd", row.autoadd())
                .bind("lottery", row.lottery())
                .bind("questionnaire", row.questionnaire())
                .bind("instr", row.instr())
                .bind("flags", row.flags())
                .bind("total", row.total())
                .bind("autoaddpreserve", row.autoaddpreserve())
                .bind("history", row.history())
                .bind("loginuri", row.loginuri());
    }

    @Override
    ExperimentRow row(ResultSet columns) throws SQLException {
        return new ExperimentRow(
                columns.getInt("state"),
                Times.maybe(columns, "start"),
                columns.getInt("rounds"),
                columns.getInt("prounds"),
                columns.getInt("minutes"),
                columns.getDouble("roundpct"),
                columns.getInt("roundmin"),
                columns.getInt("playermax"),
                columns.getInt("round"),
                Times.maybe(columns, "roundbegan"),
                columns.getBoolean("autoadd"),
                columns.getString("lottery"),
                columns.getBoolean("questionnaire"),
                columns.getString("instr"),
                columns.getInt("flags"),
                columns.getLong("total"),
                columns.getBoolean("autoaddpreserve"),
                columns.getString("history"),
                columns.getString("loginuri"));
    }
}
