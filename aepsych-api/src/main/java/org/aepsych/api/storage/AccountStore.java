package org.aepsych.api.storage;

import java.time.Instant;
import java.util.Optional;
import org.aepsych.api.experiment.ParticipantId;
import org.aepsych.api.experiment.StreamId;

/** Administrators ({@code admin}) and sessions ({@code sess}). Thread-safe. */
public interface AccountStore {
    /**
     * Returns how many administrators there are.
     *
     * @return 0 before the first one was created
     */
    int administrators();

    /**
     * Creates an administrator.
     *
     * @param email address, lower case
     * @param passwordHash Argon2id hash
     * @return the new account
     * @throws org.aepsych.api.AepsychException {@code STATE_CONFLICT} if the address is taken
     */
    Administrator createAdministrator(String email, String passwordHash);

    /**
     * Finds an administrator.
     *
     * @param email address, lower case
     * @return the account, or empty
     */
    Optional<Administrator> findAdministrator(String email);

    /**
     * Finds an administrator.
     *
     * @param id the account
     * @return the account, or empty
     */
    Optional<Administrator> findAdministrator(long id);

    /**
     * Keeps a session.
     *
     * @param session the session; its token is known only as a hash
     */
    void createSession(Session session);

    /**
     * Finds a session.
     *
     * @param tokenHash hash of the token that the browser sent
     * @return the session, expired or not, or empty
     */
    Optional<Session> findSession(String tokenHash);

    /**
     * Ends a session.
     *
     * @param tokenHash hash of its token
     */
    void deleteSession(String tokenHash);

    /**
     * Ends sessions whose time is over.
     *
     * @param now sessions that expire at or before this instant go
     */
    void deleteExpiredSessions(Instant now);

    /**
     * Deletes all sessions of a stream's participants.
     *
     * @param stream the stream
     */
    void deleteSessions(StreamId stream);

    /**
     * An administrator.
     *
     * @param id {@code admin.id}
     * @param email address, lower case
     * @param passwordHash Argon2id hash
     */
    record Administrator(long id, String email, String passwordHash) {
        /** Returns the id only: addresses and hashes do not belong in logs. */
        @Override
        public String toString() {
            return "Administrator[" + id + "]";
        }
    }

    /**
     * A session of a browser or program.
     *
     * @param tokenHash {@code sess.cookie}: SHA-256 of the random token, hexadecimal
     * @param created when it began
     * @param expires when it ends
     * @param administrator whose it is, if an administrator's
     * @param stream the experiment, if a participant's
     * @param participant whose it is, if a participant's
     * @param userAgent what the browser says it is, cut to 200 characters
     */
    record Session(
            String tokenHash,
            Instant created,
            Instant expires,
            Optional<Long> administrator,
            Optional<StreamId> stream,
            Optional<ParticipantId> participant,
            String userAgent) {
        /** Cuts the times to microseconds. */
        public Session {
            created = created.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            expires = expires.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        }

        /** Returns whose it is; the hash does not belong in logs. */
        @Override
        public String toString() {
            return "Session[" + administrator.map(a -> "administrator " + a).orElse("participant " + participant) + "]";
        }
    }
}
