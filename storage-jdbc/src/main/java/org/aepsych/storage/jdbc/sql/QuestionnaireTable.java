package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.storage.ResultRow.QuestionnaireRow;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code questionnaire}. */
final class QuestionnaireTable extends KeyedTable<QuestionnaireRow> {
    QuestionnaireTable() {
        super(QuestionnaireRow.class, "questionnaire", List.of("playerid", "rank"), List.of("tries", "first"));
    }

    @Override
    void bind(QuestionnaireRow row, PreparedBatch batch) {
        batch.bind("playerid", row.player().value())
                .bind("rank", row.rank())
                .bind("tries", row.tries())
                .bind("first", HashChain.micros(row.first()));
    }

    @Override
    QuestionnaireRow row(ResultSet columns) throws SQLException {
        return new QuestionnaireRow(
                new ParticipantId(columns.getLong("playerid")),
                columns.getInt("rank"),
                columns.getInt("tries"),
                Times.ofMicros(columns.getLong("first")));
    }
}
