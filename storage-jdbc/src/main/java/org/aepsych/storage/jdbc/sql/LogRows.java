package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.NewEvent;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.StreamId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code replay_data}. */
public final class LogRows {
    private static final int PORTION = 500;
    private static final String INSERT = """
            INSERT INTO replay_data (timestamp, message_type, message_contents, extra_info, master_table_id, sequence,
                version, hash)
            VALUES (:timestamp, :type, :contents, :extra, :stream, :sequence, :version, :hash)
            """;
    private static final String SELECT = """
            SELECT timestamp, message_type, message_contents, extra_info, sequence, version, hash
            FROM replay_data
            WHERE master_table_id = :stream AND sequence > :after
            ORDER BY sequence
            """;
    private static final String LAST =
            "SELECT coalesce(max(sequence), 0) FROM replay_data WHERE master_table_id = :stream";

    private LogRows() {}

    /**
     * Adds events.
     *
     * @param handle a transaction
     * @param stream the stream
     * @param events sealed events
     */
    public static void insert(Handle handle, StreamId stream, List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            for (RecordedEvent event : events) {
                batch.bind("timestamp", Times.text(event.timestamp()))
                        .bind("type", event.type())
                        .bind("contents", event.contents())
                        .bind("extra", event.extraInfo().orElse(null))
                        .bind("stream", stream.value())
                        .bind("sequence", event.sequence())
                        .bind("version", event.version())
                        .bind("hash", event.hash())
                        .add();
            }
            batch.execute();
        }
    }

    /**
     * Hands over events one by one, fetched in portions.
     *
     * @param handle a transaction
     * @param stream the stream
     * @param after events after this sequence
     * @param reader called for each event
     * @throws AepsychException {@code LOG_TAMPERED} if a row cannot be an event
     */
    public static void read(Handle handle, StreamId stream, long after, Consumer<RecordedEvent> reader) {
        handle.createQuery(SELECT)
                .bind("stream", stream.value())
                .bind("after", after)
                .setFetchSize(PORTION)
                .map((row, context) -> event(row))
                .forEach(reader);
    }

    /**
     * Returns the length of a log.
     *
     * @param handle a connection
     * @param stream the stream
     * @return sequence of the last event, 0 if there is none
     */
    public static long last(Handle handle, StreamId stream) {
        return handle.createQuery(LAST)
                .bind("stream", stream.value())
                .mapTo(long.class)
                .one();
    }

    /**
     * Returns the hash of an event.
     *
     * @param handle a connection
     * @param stream the stream
     * @param sequence the event
     * @return its hash, or empty if there is no such event
     */
    public static Optional<String> hash(Handle handle, StreamId stream, long sequence) {
        return handle.createQuery(
                        "SELECT hash FROM replay_data WHERE master_table_id = :stream AND sequence = :sequence")
                .bind("stream", stream.value())
                .bind("sequence", sequence)
                .mapTo(String.class)
                .findOne();
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        try {
            NewEvent event = new NewEvent(
                    Times.instant(row.getString("timestamp")),
                    row.getString("message_type"),
                    row.getInt("version"),
                    row.getString("message_contents"),
                    Optional.ofNullable(row.getString("extra_info")));
            return new RecordedEvent(sequence, event, row.getString("hash"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new AepsychException(
                    StandardError.LOG_TAMPERED,
                    "Event " + sequence + " in replay_data is not as this program writes it: " + e.getMessage(),
                    e);
        }
    }
}
