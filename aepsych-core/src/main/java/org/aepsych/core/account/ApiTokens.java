package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.AccessStore;
import org.aepsych.api.storage.AccessStore.Pass;
import org.aepsych.api.storage.AccessStore.PassKind;
import org.aepsych.api.storage.Storage;
import org.aepsych.core.secret.SecretSource;

/** Tokens of programs that do an administrator's work; only their hashes are kept. Thread-safe. */
@Singleton
public final class ApiTokens {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3_650;
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final AccessStore access;
    private final SecretSource secrets;
    private final InstantSource clock;

    /**
     * Prepares the tokens of a storage.
     *
     * @param storage keeps them
     * @param secrets where they come from
     * @param clock when they expire
     */
    @Inject
    ApiTokens(Storage storage, SecretSource secrets, InstantSource clock) {
        this.access = storage.access();
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A token.
     *
     * @param id its number
     * @param name what it is called
     * @param role what it allows at most
     * @param owner whose it is
     * @param created when it was made
     * @param expires when it ends
     * @param used when it was used last
     */
    public record Token(
            long id,
            String name,
            AdminRole role,
            String owner,
            Instant created,
            Instant expires,
            Optional<Instant> used) {
        /** Returns the number only: addresses do not belong in logs. */
        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    /**
     * A program that was recognised.
     *
     * @param token name of its token
     * @param administrator whose it is, with what the token allows: never more than they may themselves
     */
    public record Holder(String token, AdministratorLogin administrator) {}

    /**
     * Makes a token.
     *
     * @param name what it is called, 1 to {@value #LONGEST_NAME} characters
     * @param role what it allows, at most what its maker may
     * @param days how long it is valid, 1 to {@value #MOST_DAYS}
     * @param by who makes it
     * @return the token; it can never be shown again
     * @throws AepsychException {@code INPUT_INVALID} if name or days are not allowed; {@code NOT_ALLOWED} if the role is
     *     more than its maker's
     */
    public SecretToken make(String name, AdminRole role, int days, AdministratorLogin by) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NAME || !trimmed.matches("\\P{Cntrl}+")) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "name: expected 1 to " + LONGEST_NAME + " characters without control characters");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "days: expected 1 to " + MOST_DAYS + ", but found " + days);
        }
        if (!by.role().includes(role)) {
            throw new AepsychException(
                    StandardError.NOT_ALLOWED,
                    "A token cannot allow more than you may yourself: "
                            + by.role().key());
        }
        SecretToken token = SecretToken.draw(secrets);
        Instant now = clock.instant();
        long unused = access.keep(new Pass(
                0,
                PassKind.API,
                token.hash(),
                trimmed,
                role.key(),
                by.id(),
                now,
                now.plus(Duration.ofDays(days)),
                Optional.empty()));
        return token;
    }

    /**
     * Lists the tokens, those that have expired too.
     *
     * @return in the order in which they were made
     */
    public List<Token> list() {
        return access.passes(PassKind.API).stream()
                .map(pass -> new Token(
                        pass.id(),
                        pass.name(),
                        Members.role(pass.role()),
                        access.member(pass.administrator())
                                .map(AccessStore.Member::email)
                                .orElse(""),
                        pass.created(),
                        pass.expires(),
                        pass.used()))
                .toList();
    }

    /**
     * Revokes a token.
     *
     * @param id its number
     * @throws AepsychException {@code NOT_FOUND_HERE} if there is none
     */
    public void revoke(long id) {
        boolean known = access.passes(PassKind.API).stream().anyMatch(pass -> pass.id() == id) && access.end(id);
        if (!known) {
            throw new AepsychException(StandardError.NOT_FOUND_HERE, "There is no token " + id + ".");
        }
    }

    /**
     * Tells whose program shows a token.
     *
     * @param token what was sent
     * @return who, or empty if it is unknown, revoked or has expired
     */
    public Optional<Holder> recognise(SecretToken token) {
        Instant now = clock.instant();
        Optional<Pass> found = access.find(token.hash())
                .filter(pass -> pass.kind() == PassKind.API && pass.expires().isAfter(now));
        found.filter(pass -> pass.used()
                        .map(last -> last.plus(BETWEEN_NOTES).isBefore(now))
                        .orElse(true))
                .ifPresent(pass -> access.used(pass.id(), now));
        return found.flatMap(pass -> access.member(pass.administrator())
                .map(member -> new Holder(
                        pass.name(),
                        new AdministratorLogin(
                                member.id(),
                                member.email(),
                                Members.role(pass.role()).atMost(Members.role(member.role()))))));
    }
}
