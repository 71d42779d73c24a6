package org.aepsych.api.storage;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;

/**
 * Who a participant is ({@code player}): personal data, kept apart from the log so that a person can be erased.
 *
 * @param id pseudonymous id, unique within the stream
 * @param identifier {@code player.email}: address or self-chosen name, unique within the stream
 * @param passwordHash {@code player.hash}: Argon2id hash of the password; empty if the participant has none
 * @param created when the record was made
 * @param language {@code player.language}: tag of the language in which they read, such as {@code fr}; empty if that is
 *     not known
 */
public record Person(
        ParticipantId id,
        String identifier,
        Optional<String> passwordHash,
        Instant created,
        Optional<String> language) {
    /** Cuts the time to microseconds. */
    public Person {
        created = created.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /**
     * Somebody of whom nobody knows yet in which language they read.
     *
     * @param id pseudonymous id, unique within the stream
     * @param identifier address or self-chosen name, unique within the stream
     * @param passwordHash Argon2id hash of the password; empty if the participant has none
     * @param created when the record was made
     */
    public Person(ParticipantId id, String identifier, Optional<String> passwordHash, Instant created) {
        this(id, identifier, passwordHash, created, Optional.empty());
    }

    /** Returns the id only: identifiers and hashes do not belong in logs. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
