package org.aepsych.api.storage;

import java.util.List;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/** Participants' personal records ({@code player}); they are added through {@link Batch#persons()}. Thread-safe. */
public interface PersonStore {
    /**
     * Finds a participant by identifier.
     *
     * @param stream the experiment
     * @param identifier exact
     * @return the record, or empty
     */
    Optional<Person> find(StreamId stream, String identifier);

    /**
     * Finds a participant by id.
     *
     * @param stream the experiment
     * @param id pseudonymous id
     * @return the record, or empty
     */
    Optional<Person> find(StreamId stream, ParticipantId id);

    /**
     * Lists an experiment's participants.
     *
     * @param stream the experiment
     * @return ordered by id
     */
    List<Person> list(StreamId stream);

    /**
     * Replaces a participant's password hash.
     *
     * @param stream the experiment
     * @param id pseudonymous id
     * @param passwordHash Argon2id hash
     */
    void setPasswordHash(StreamId stream, ParticipantId id, String passwordHash);

    /**
     * Notes in which language a participant reads; does nothing if the participant has no record.
     *
     * @param stream the experiment
     * @param id pseudonymous id
     * @param language tag such as {@code fr}
     */
    void setLanguage(StreamId stream, ParticipantId id, String language);

    /**
     * Erases who a participant is: all personal columns of their record, their sessions, and what waits to be sent to
     * them. The log stays as it is and still proves itself; the participant goes on under their number.
     *
     * @param stream the experiment
     * @param id pseudonymous id
     * @return whether there was anything to erase
     */
    boolean erase(StreamId stream, ParticipantId id);
}
