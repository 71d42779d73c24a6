package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.ResultRow.NamedNumber;
import org.aepsych.api.storage.ResultRow.NamedText;
import org.aepsych.api.storage.ResultRow.TrialRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@code raw_data} with its {@code param_data} and {@code outcome_data}. */
final class TrialTable implements ResultTable<TrialRow> {
    private static final int PORTION = 1000;
    private static final String INSERT = """
            INSERT INTO raw_data (timestamp, model_data, extra_data, master_table_id, sequence, trial_index)
            VALUES (:timestamp, :model, :extra, :stream, :sequence, :index)
            ON CONFLICT (master_table_id, sequence, trial_index) DO NOTHING
            RETURNING unique_id
            """;
    private static final String UPDATE = """
            UPDATE raw_data SET timestamp = :timestamp, model_data = :model, extra_data = :extra
            WHERE master_table_id = :stream AND sequence = :sequence AND trial_index = :index
            RETURNING unique_id
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
            ORDER BY r.sequence, r.trial_index, p.unique_id
            """;
    private static final String SELECT_OUTCOMES = """
            SELECT o.iteration_id, o.outcome_name, o.outcome_value
            FROM raw_data r JOIN outcome_data o ON o.iteration_id = r.unique_id
            WHERE r.master_table_id = :stream
            ORDER BY r.sequence, r.trial_index, o.unique_id
            """;

    @Override
    public Class<TrialRow> type() {
        return TrialRow.class;
    }

    @Override
    public void put(Handle handle, StreamId stream, List<TrialRow> rows) {
        for (TrialRow row : rows) {
            long trial = change(INSERT, handle, stream, row).orElseGet(() -> replace(handle, stream, row));
            insertParameters(handle, trial, row.parameters());
            insertOutcomes(handle, trial, row.outcomes());
        }
    }

    @Override
    public void read(Handle handle, StreamId stream, Consumer<TrialRow> reader) {
        try (Parts<NamedText> parameters = new Parts<>(
                        query(handle, SELECT_PARAMETERS, stream),
                        row -> new NamedText(row.getString("param_name"), row.getString("param_value")));
                Parts<NamedNumber> outcomes = new Parts<>(
                        query(handle, SELECT_OUTCOMES, stream),
                        row -> new NamedNumber(row.getString("outcome_name"), number(row)))) {
            query(handle, SELECT, stream)
                    .map((row, context) -> new TrialRow(
                            row.getLong("sequence"),
                            row.getInt("trial_index"),
                            Times.instant(row.getString("timestamp")),
                            row.getBoolean("model_data"),
                            row.getString("extra_data"),
                            parameters.of(row.getLong("unique_id")),
                            outcomes.of(row.getLong("unique_id"))))
                    .forEach(reader);
        }
    }

    private static Query query(Handle handle, String sql, StreamId stream) {
        return handle.createQuery(sql).bind("stream", stream.value()).setFetchSize(PORTION);
    }

    @Override
    public void clear(Handle handle, StreamId stream) {
        handle.createUpdate("DELETE FROM raw_data WHERE master_table_id = :stream")
                .bind("stream", stream.value())
                .execute();
    }

    private static long replace(Handle handle, StreamId stream, TrialRow row) {
        long trial = change(UPDATE, handle, stream, row).orElseThrow();
        deleteParts(handle, "param_data", trial);
        deleteParts(handle, "outcome_data", trial);
        return trial;
    }

    private static Optional<Long> change(String sql, Handle handle, StreamId stream, TrialRow row) {
        return handle.createQuery(sql)
                .bind("timestamp", Times.text(row.timestamp()))
                .bind("model", row.modelData())
                .bind("extra", row.extraData())
                .bind("stream", stream.value())
                .bind("sequence", row.sequence())
                .bind("index", row.index())
                .mapTo(long.class)
                .findOne();
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

    /** Parts of trials, in the order of the trials: those of the next trial are all there is to keep. */
    private static final class Parts<P> implements AutoCloseable {
        private final ResultIterator<Map.Entry<Long, P>> rows;
        private Optional<Map.Entry<Long, P>> next = Optional.empty();

        Parts(Query query, PartMapper<P> mapper) {
            this.rows = query.map((row, context) -> Map.entry(row.getLong("iteration_id"), mapper.map(row)))
                    .iterator();
            advance();
        }

        List<P> of(long trial) {
            List<P> parts = new ArrayList<>();
            while (next.isPresent() && next.get().getKey() == trial) {
                parts.add(next.get().getValue());
                advance();
            }
            return parts;
        }

        private void advance() {
            next = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    @FunctionalInterface
    private interface PartMapper<P> {
        P map(ResultSet row) throws SQLException;
    }
}
