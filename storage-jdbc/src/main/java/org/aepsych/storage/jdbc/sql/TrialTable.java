package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** {@code raw_data} with its {@code param_data} and {@code outcome_data}. */
final class TrialTable implements ResultTable<TrialRow> {
    private static final String UPSERT = """
            INSERT INTO raw_data (timestamp, model_data, extra_data, master_table_id, sequence, trial_index)
            VALUES (:timestamp, :model, :extra, :stream, :sequence, :index)
            ON CONFLICT (master_table_id, sequence, trial_index) DO UPDATE SET
                timestamp = excluded.timestamp, model_data = excluded.model_data, extra_data = excluded.extra_data
            """;
    private static final String SELECT = """
            SELECT unique_id, timestamp, model_data, extra_data, sequence, trial_index
            FROM raw_data
            WHERE master_table_id = :stream
            ORDER BY sequence, trial_index
            """;
    private static final String SELECT_PARAMETERS = """
            SELECT p.iteration_id, p.param_name, p.param_value
            FROM raw_data r JOIN param_data p ON p.iteration_id = r.unique_id
            WHERE r.master_table_id = :stream
            ORDER BY p.unique_id
            """;
    private static final String SELECT_OUTCOMES = """
            SELECT o.iteration_id, o.outcome_name, o.outcome_value
            FROM raw_data r JOIN outcome_data o ON o.iteration_id = r.unique_id
            WHERE r.master_table_id = :stream
            ORDER BY o.unique_id
            """;

    @Override
    public Class<TrialRow> type() {
        return TrialRow.class;
    }

    @Override
    public void put(Handle handle, StreamId stream, List<TrialRow> rows) {
        for (TrialRow row : rows) {
            long trial = upsert(handle, stream, row);
            deleteParts(handle, "param_data", trial);
            deleteParts(handle, "outcome_data", trial);
            insertParameters(handle, trial, row.parameters());
            insertOutcomes(handle, trial, row.outcomes());
        }
    }

    @Override
    public List<TrialRow> read(Handle handle, StreamId stream) {
        Map<Long, List<NamedText>> parameters = parts(
                handle,
                stream,
                SELECT_PARAMETERS,
                (row, context) -> new NamedText(row.getString("param_name"), row.getString("param_value")));
        Map<Long, List<NamedNumber>> outcomes = parts(
                handle,
                stream,
                SELECT_OUTCOMES,
                (row, context) -> new NamedNumber(row.getString("outcome_name"), number(row)));
        return handle.createQuery(SELECT)
                .bind("stream", stream.value())
                .map((row, context) -> new TrialRow(
                        row.getLong("sequence"),
                        row.getInt("trial_index"),
                        Times.instant(row.getString("timestamp")),
                        row.getBoolean("model_data"),
                        row.getString("extra_data"),
                        parameters.getOrDefault(row.getLong("unique_id"), List.of()),
                        outcomes.getOrDefault(row.getLong("unique_id"), List.of())))
                .list();
    }

    @Override
    public void clear(Handle handle, StreamId stream) {
        handle.createUpdate("DELETE FROM raw_data WHERE master_table_id = :stream")
                .bind("stream", stream.value())
                .execute();
    }

    private static long upsert(Handle handle, StreamId stream, TrialRow row) {
        return handle.createQuery(UPSERT + "RETURNING unique_id")
                .bind("timestamp", Times.text(row.timestamp()))
                .bind("model", row.modelData())
                .bind("extra", row.extraData())
                .bind("stream", stream.value())
                .bind("sequence", row.sequence())
                .bind("index", row.index())
                .mapTo(long.class)
                .one();
    }

    private static void deleteParts(Handle handle, String table, long trial) {
        handle.createUpdate("DELETE FROM " + table + " WHERE iteration_id = :trial")
                .bind("trial", trial)
                .execute();
    }

    private static void insertParameters(Handle handle, long trial, List<NamedText> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO param_data (param_name, param_value, iteration_id) VALUES (:name, :value, :trial)")) {
            for (NamedText parameter : parameters) {
                batch.bind("name", parameter.name())
                        .bind("value", parameter.value())
                        .bind("trial", trial)
                        .add();
            }
            batch.execute();
        }
    }

    private static void insertOutcomes(Handle handle, long trial, List<NamedNumber> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO outcome_data (outcome_name, outcome_value, iteration_id) VALUES (:name, :value, :trial)")) {
            for (NamedNumber outcome : outcomes) {
                @Nullable Double valueOrNull = Double.isNaN(outcome.value()) ? null : Double.valueOf(outcome.value());
                batch.bind("name", outcome.name())
                        .bind("value", valueOrNull)
                        .bind("trial", trial)
                        .add();
            }
            batch.execute();
        }
    }

    private static double number(ResultSet row) throws SQLException {
        double value = row.getDouble("outcome_value");
        return row.wasNull() ? Double.NaN : value;
    }

    /** Groups parts by trial, each group in the order of its parts. */
    private static <P> Map<Long, List<P>> parts(Handle handle, StreamId stream, String query, RowMapper<P> mapper) {
        Map<Long, List<P>> parts = new HashMap<>();
        handle.createQuery(query)
                .bind("stream", stream.value())
                .map((row, context) -> Map.entry(row.getLong("iteration_id"), mapper.map(row, context)))
                .forEach(part -> parts.computeIfAbsent(part.getKey(), trial -> new ArrayList<>())
                        .add(part.getValue()));
        return parts;
    }
}
