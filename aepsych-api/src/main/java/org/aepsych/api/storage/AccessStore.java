package org.aepsych.api.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What administrators may do ({@code member}), their invitations and programs' tokens ({@code pass}), and what was done
 * ({@code audit}). Thread-safe.
 */
public interface AccessStore {
    /**
     * Lists all administrators.
     *
     * @return ordered by id
     */
    List<Member> members();

    /**
     * Finds an administrator.
     *
     * @param id {@code admin.id}
     * @return what they may do, or empty if there is no such administrator
     */
    Optional<Member> member(long id);

    /**
     * Says what an administrator may do.
     *
     * @param id {@code admin.id}
     * @param role name of a role
     * @param now when
     */
    void setRole(long id, String role, Instant now);

    /**
     * Says whether log-ins ask for the code of an authenticator.
     *
     * @param id {@code admin.id}
     * @param secret base32; empty to ask for none
     * @param now when
     */
    void setAuthenticator(long id, Optional<String> secret, Instant now);

    /**
     * Replaces an administrator's password hash, and ends all of their sessions.
     *
     * @param id {@code admin.id}
     * @param passwordHash Argon2id hash
     */
    void setPasswordHash(long id, String passwordHash);

    /**
     * Removes an administrator with all sessions, invitations and tokens; the audit log stays.
     *
     * @param id {@code admin.id}
     */
    void remove(long id);

    /**
     * Keeps an invitation or token.
     *
     * @param pass without number
     * @return its number
     */
    long keep(Pass pass);

    /**
     * Finds an invitation or token.
     *
     * @param hash of the token that was shown
     * @return it, expired or not; or empty
     */
    Optional<Pass> find(String hash);

    /**
     * Lists invitations or tokens.
     *
     * @param kind which
     * @return ordered by number
     */
    List<Pass> passes(PassKind kind);

    /**
     * Notes that a token was used.
     *
     * @param id its number
     * @param now when
     */
    void used(long id, Instant now);

    /**
     * Ends an invitation or token.
     *
     * @param id its number
     * @return whether this call ended it, so that an invitation is used once
     */
    boolean end(long id);

    /**
     * Adds to the audit log.
     *
     * @param entry without number
     */
    void record(AuditEntry entry);

    /**
     * Reads the audit log.
     *
     * @param before entries with a smaller number
     * @param most how many at most
     * @return the latest first
     */
    List<AuditEntry> audit(long before, int most);

    /**
     * An administrator.
     *
     * @param id {@code admin.id}
     * @param email address, lower case
     * @param role name of the role; {@code owner} if none was given
     * @param authenticator secret, if log-ins ask for a code
     */
    record Member(long id, String email, String role, Optional<String> authenticator) {
        /** Returns the id and role only: addresses and secrets do not belong in logs. */
        @Override
        public String toString() {
            return "Member[" + id + ", " + role + "]";
        }
    }

    /** What a pass is for. */
    enum PassKind {
        /** Creating an account, once. */
        INVITATION,
        /** Programs. */
        API
    }

    /**
     * An invitation or a program's token.
     *
     * @param id its number; 0 before it is kept
     * @param kind what it is for
     * @param hash SHA-256 of the random token, hexadecimal
     * @param name what it is called; of an invitation the address of who is invited
     * @param role name of the role that it gives
     * @param administrator who made it
     * @param created when
     * @param expires when it ends
     * @param used when it was used last
     */
    record Pass(
            long id,
            PassKind kind,
            String hash,
            String name,
            String role,
            long administrator,
            Instant created,
            Instant expires,
            Optional<Instant> used) {
        /** Cuts the times to microseconds. */
        public Pass {
            created = created.truncatedTo(ChronoUnit.MICROS);
            expires = expires.truncatedTo(ChronoUnit.MICROS);
            used = used.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        }

        /** Returns number and kind only: names and hashes do not belong in logs. */
        @Override
        public String toString() {
            return "Pass[" + id + ", " + kind + "]";
        }
    }

    /**
     * Something that was done.
     *
     * @param id its number; 0 before it is recorded
     * @param at when
     * @param actor who did it
     * @param action what was done
     * @param subject to what, empty if to the server as a whole
     * @param detail further circumstances, empty if there are none
     * @param origin from which network address, empty if not known
     */
    record AuditEntry(long id, Instant at, String actor, String action, String subject, String detail, String origin) {
        /** Cuts the time to microseconds. */
        public AuditEntry {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** Returns number and action only: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "AuditEntry[" + id + ", " + action + "]";
        }
    }
}
