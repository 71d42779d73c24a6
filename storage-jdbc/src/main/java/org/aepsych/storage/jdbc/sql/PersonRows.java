package org.aepsych.storage.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.event.HashChain;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;
import org.aepsych.api.storage.Person;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The personal columns of {@code player}; {@link PlayerTable} has the others of the same rows. */
public final class PersonRows {
    /** Fills a row that has no personal data, such as one that the projection wrote first. */
    private static final String INSERT = """
            INSERT INTO player (master_table_id, id, email, hash, created, language)
            VALUES (:stream, :id, :email, :hash, :created, :language)
            ON CONFLICT (master_table_id, id) DO UPDATE SET
                email = excluded.email, hash = excluded.hash, created = excluded.created,
                language = excluded.language
            WHERE player.email IS NULL
            """;

    private static final String SELECT = """
            SELECT id, email, hash, created, language
            FROM player
            WHERE master_table_id = :stream AND email IS NOT NULL
            """;

    private PersonRows() {}

    /**
     * Adds personal records.
     *
     * @param handle a transaction
     * @param stream the experiment
     * @param persons the records
     * @throws AepsychException {@code PARTICIPANT_EXISTS} if the id has a record; a taken identifier is left to the
     *     database's unique key
     */
    public static void insert(Handle handle, StreamId stream, List<Person> persons) {
        for (Person person : persons) {
            int written = handle.createUpdate(INSERT)
                    .bind("stream", stream.value())
                    .bind("id", person.id().value())
                    .bind("email", person.identifier())
                    .bind("hash", person.passwordHash().orElse(null))
                    .bind("created", HashChain.micros(person.created()))
                    .bind("language", person.language().orElse(null))
                    .execute();
            if (written == 0) {
                throw taken(stream);
            }
        }
    }

    /**
     * Returns the refusal of a person who is there already; it does not repeat the personal data.
     *
     * @param stream the experiment
     * @return the refusal
     */
    public static AepsychException taken(StreamId stream) {
        return new AepsychException(
                StandardError.PARTICIPANT_EXISTS,
                "A participant with that identifier exists in stream " + stream + "; choose another.");
    }

    /**
     * Finds a record by identifier.
     *
     * @param handle a connection
     * @param stream the experiment
     * @param identifier exact
     * @return the record, or empty
     */
    public static Optional<Person> find(Handle handle, StreamId stream, String identifier) {
        return query(handle, stream, " AND email = :email")
                .bind("email", identifier)
                .map((row, context) -> person(row))
                .findOne();
    }

    /**
     * Finds a record by id.
     *
     * @param handle a connection
     * @param stream the experiment
     * @param id pseudonymous id
     * @return the record, or empty
     */
    public static Optional<Person> find(Handle handle, StreamId stream, ParticipantId id) {
        return query(handle, stream, " AND id = :id")
                .bind("id", id.value())
                .map((row, context) -> person(row))
                .findOne();
    }

    /**
     * Lists the records of an experiment.
     *
     * @param handle a connection
     * @param stream the experiment
     * @return ordered by id
     */
    public static List<Person> list(Handle handle, StreamId stream) {
        return query(handle, stream, " ORDER BY id")
                .map((row, context) -> person(row))
                .list();
    }

    /**
     * Replaces a password's hash.
     *
     * @param handle a transaction
     * @param stream the experiment
     * @param id whose
     * @param hash Argon2id hash
     * @return whether the participant has a record
     */
    public static boolean setHash(Handle handle, StreamId stream, ParticipantId id, String hash) {
        return handle.createUpdate("UPDATE player SET hash = :hash"
                                + " WHERE master_table_id = :stream AND id = :id AND email IS NOT NULL")
                        .bind("hash", hash)
                        .bind("stream", stream.value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /**
     * Notes in which language somebody reads.
     *
     * @param handle a transaction
     * @param stream the experiment
     * @param id whose
     * @param language tag
     */
    public static void setLanguage(Handle handle, StreamId stream, ParticipantId id, String language) {
        handle.createUpdate("UPDATE player SET language = :language"
                        + " WHERE master_table_id = :stream AND id = :id AND email IS NOT NULL")
                .bind("language", language)
                .bind("stream", stream.value())
                .bind("id", id.value())
                .execute();
    }

    private static Query query(Handle handle, StreamId stream, String rest) {
        return handle.createQuery(SELECT + rest).bind("stream", stream.value());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new ParticipantId(row.getLong("id")),
                row.getString("email"),
                Optional.ofNullable(row.getString("hash")),
                Times.ofMicros(row.getLong("created")),
                Optional.ofNullable(row.getString("language")));
    }
}
