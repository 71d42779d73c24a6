package org.aepsych.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.RecordedEvent;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.aepsych.api.storage.ResultRow;
import org.aepsych.api.storage.ResultTables;
import org.aepsych.api.storage.StreamHeader;
import org.aepsych.api.storage.StreamStore;
import org.aepsych.storage.jdbc.sql.LogRows;
import org.aepsych.storage.jdbc.sql.PersonRows;
import org.aepsych.storage.jdbc.sql.ResultRows;
import org.aepsych.storage.jdbc.sql.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** {@code master}. */
final class JdbcStreamStore implements StreamStore {
    private static final String INSERT = """
            INSERT INTO master (experiment_name, experiment_description, experiment_id, participant_id, extra_metadata,
                protocol, created, projection)
            VALUES (:name, :description, :experiment, :participant, :metadata, :protocol, :created, :projection)
            """;
    private static final String SELECT = """
            SELECT unique_id, experiment_name, experiment_description, experiment_id, participant_id, extra_metadata,
                protocol
            FROM master
            """;

    private final Database database;
    private final Dialect dialect;
    private final Consumer<StreamId> written;

    JdbcStreamStore(Database database, Dialect dialect, Consumer<StreamId> written) {
        this.written = written;
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public StreamId open(StreamHeader header, List<RecordedEvent> events, List<Person> persons, List<ResultRow> rows) {
        requireFromOne(events);
        AtomicLong opened = new AtomicLong();
        OutcomeUnknownException.settle(
                () -> database.change(handle -> {
                    dialect.openingLock()
                            .ifPresent(lock ->
                                    handle.createQuery(lock).mapTo(String.class).one());
                    StreamId inserted = insert(handle, header, events);
                    LogRows.insert(handle, inserted, events);
                    insertPersons(handle, inserted, persons);
                    ResultRows.put(handle, inserted, rows);
                    opened.set(inserted.value());
                }),
                () -> isThere(new StreamId(opened.get()), events));
        StreamId stream = new StreamId(opened.get());
        written.accept(stream);
        return stream;
    }

    /** Numbers are not given twice, so a stream of that number with these events is the one that was written. */
    private boolean isThere(StreamId stream, List<RecordedEvent> events) {
        return database.read(handle -> {
            boolean known = handle.createQuery("SELECT unique_id FROM master WHERE unique_id = :stream")
                    .bind("stream", stream.value())
                    .mapTo(long.class)
                    .findOne()
                    .isPresent();
            return known && LogRows.last(handle, stream) == events.size();
        });
    }

    @Override
    public Optional<StreamHeader> find(StreamId stream) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE unique_id = :stream")
                .bind("stream", stream.value())
                .map((row, context) -> header(row))
                .findOne());
    }

    @Override
    public List<OpenedStream> list() {
        return database.read(handle -> handle.createQuery(SELECT + "ORDER BY unique_id")
                .map((row, context) -> new OpenedStream(new StreamId(row.getLong("unique_id")), header(row)))
                .list());
    }

    private StreamId insert(Handle handle, StreamHeader header, List<RecordedEvent> events) {
        try {
            return handle.createUpdate(INSERT)
                    .bind("name", header.experimentName().orElse(null))
                    .bind("description", header.experimentDescription().orElse(null))
                    .bind("experiment", header.experimentId().value())
                    .bind("participant", header.participantId().orElse(null))
                    .bind("metadata", header.extraMetadata().orElse(null))
                    .bind("protocol", header.protocol().key())
                    .bind("projection", ResultTables.PROJECTION)
                    .bind(
                            "created",
                            events.isEmpty() ? null : Times.text(events.get(0).timestamp()))
                    .executeAndReturnGeneratedKeys("unique_id")
                    .map((row, context) -> new StreamId(row.getLong(1)))
                    .one();
        } catch (JdbiException e) {
            if (dialect.isDuplicateKey(e)) {
                throw new AepsychException(
                        StandardError.EXPERIMENT_EXISTS,
                        "experiment_id: a game experiment \"" + header.experimentId() + "\" exists; choose another id",
                        e);
            }
            throw e;
        }
    }

    private void insertPersons(Handle handle, StreamId stream, List<Person> persons) {
        try {
            PersonRows.insert(handle, stream, persons);
        } catch (JdbiException e) {
            throw dialect.isDuplicateKey(e) ? PersonRows.taken(stream) : e;
        }
    }

    private static void requireFromOne(List<RecordedEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).sequence() != i + 1) {
                throw new IllegalArgumentException("event " + i + " of a new stream has sequence "
                        + events.get(i).sequence() + ", expected " + (i + 1));
            }
        }
    }

    private static StreamHeader header(ResultSet row) throws SQLException {
        return new StreamHeader(
                Protocol.ofKey(row.getString("protocol")),
                new ExperimentId(row.getString("experiment_id")),
                Optional.ofNullable(row.getString("experiment_name")),
                Optional.ofNullable(row.getString("experiment_description")),
                Optional.ofNullable(row.getString("participant_id")),
                Optional.ofNullable(row.getString("extra_metadata")));
    }
}
