package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.secret.SecretSource;

/**
 * Links that let somebody in once. They live in the memory of this process, which also prints them, and die with it.
 * Thread-safe.
 */
@Singleton
public final class OneTimeLinks {
    private static final Duration LIFE = Duration.ofHours(24);

    private final Administrators administrators;
    private final SecretSource secrets;
    private final InstantSource clock;
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    /**
     * Prepares links.
     *
     * @param administrators whom they let in
     * @param secrets where tokens come from
     * @param clock when they expire
     */
    @Inject
    OneTimeLinks(Administrators administrators, SecretSource secrets, InstantSource clock) {
        this.administrators = administrators;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Makes the link with which the first administrator chooses an address and a password.
     *
     * @return the link's token; empty if there is an administrator already
     */
    public Optional<SecretToken> forFirstAdministrator() {
        return administrators.exist() ? Optional.empty() : Optional.of(keep(Purpose.CREATE_FIRST, ""));
    }

    /**
     * Makes a link that logs in without a password. If nobody has the address when it is used, the account is created,
     * with a password that nobody knows.
     *
     * @param email whom it lets in
     * @return the link's token
     */
    public SecretToken forLogIn(String email) {
        return keep(Purpose.LOG_IN, email);
    }

    /**
     * Tells whether a link still works, without using it up.
     *
     * @param token what was sent
     * @param purpose what for
     * @return whether redeeming it may succeed
     */
    public boolean isOpen(SecretToken token, Purpose purpose) {
        return Optional.ofNullable(links.get(token.hash()))
                .filter(link -> link.opens(purpose, clock.instant()))
                .filter(link -> purpose != Purpose.CREATE_FIRST || !administrators.exist())
                .isPresent();
    }

    /**
     * Creates the first administrator. The link stays valid if the address or password is refused.
     *
     * @param token the link's
     * @param email address
     * @param password what was chosen
     * @return the new account
     * @throws AepsychException {@code NOT_ALLOWED} if the link was used or is too old; otherwise as
     *     {@link Administrators#create}
     */
    public synchronized AdministratorLogin createFirst(SecretToken token, String email, String password) {
        if (!isOpen(token, Purpose.CREATE_FIRST)) {
            throw spent();
        }
        AdministratorLogin created = administrators.create(email, password);
        links.values().removeIf(link -> link.purpose() == Purpose.CREATE_FIRST);
        return created;
    }

    /**
     * Uses up a log-in link.
     *
     * @param token the link's
     * @return whom it lets in
     * @throws AepsychException {@code NOT_ALLOWED} if the link was used or is too old
     */
    public AdministratorLogin logIn(SecretToken token) {
        if (!isOpen(token, Purpose.LOG_IN)) {
            throw spent();
        }
        Link link = Optional.ofNullable(links.remove(token.hash())).orElseThrow(OneTimeLinks::spent);
        return administrators
                .find(link.email())
                .orElseGet(() -> administrators.create(
                        link.email(), SecretToken.draw(secrets).text()));
    }

    private SecretToken keep(Purpose purpose, String email) {
        Instant now = clock.instant();
        links.values().removeIf(link -> !link.expires().isAfter(now));
        SecretToken token = SecretToken.draw(secrets);
        links.put(token.hash(), new Link(purpose, email, now.plus(LIFE)));
        return token;
    }

    private static AepsychException spent() {
        return new AepsychException(
                StandardError.NOT_ALLOWED, "This link has been used or is too old; ask for a new one.");
    }

    /** What a link is for. */
    public enum Purpose {
        /** Choosing the first administrator's address and password. */
        CREATE_FIRST,
        /** Logging in without a password. */
        LOG_IN
    }

    private record Link(Purpose purpose, String email, Instant expires) {
        boolean opens(Purpose wanted, Instant now) {
            return purpose == wanted && expires.isAfter(now);
        }
    }
}
