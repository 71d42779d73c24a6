package org.aepsych.core.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.storage.AccountStore;
import org.aepsych.api.storage.Storage;

/** The administrators' accounts: creating them, logging in and out. Thread-safe. */
@Singleton
public final class Administrators {
    /** How many characters a password has at least. */
    public static final int SHORTEST_PASSWORD = 10;

    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Duration SESSION_LIFE = Duration.ofHours(12);

    private final Storage storage;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Authenticators authenticators;

    /**
     * Prepares the accounts of a storage.
     *
     * @param storage keeps accounts
     * @param sessions keeps who is logged in
     * @param passwords hashes
     * @param authenticators check codes
     */
    @Inject
    Administrators(Storage storage, Sessions sessions, Passwords passwords, Authenticators authenticators) {
        this.storage = storage;
        this.sessions = sessions;
        this.passwords = passwords;
        this.authenticators = authenticators;
    }

    /**
     * Tells whether there is an account at all.
     *
     * @return false before the first one was created
     */
    public boolean exist() {
        return storage.accounts().administrators() > 0;
    }

    /**
     * Creates an account.
     *
     * @param email address
     * @param password at least {@link #SHORTEST_PASSWORD} characters
     * @return the new account
     * @throws AepsychException {@code INPUT_INVALID} if one of them is not allowed; {@code STATE_CONFLICT} if the
     *     address is taken
     */
    public AdministratorLogin create(String email, String password) {
        String address = address(email);
        checkPassword(password);
        return known(storage.accounts().createAdministrator(address, passwords.hash(password)));
    }

    /** Returns an address as accounts have it. */
    static String address(String email) {
        String address = normalized(email);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID, "email: expected an address such as name@example.org");
        }
        return address;
    }

    static void checkPassword(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new AepsychException(
                    StandardError.INPUT_INVALID,
                    "password: must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters, but has "
                            + length);
        }
    }

    /**
     * Opens a session for somebody who knows the password and, if the account asks for it, has the authenticator. The
     * answer and its time are the same for a wrong password, a wrong code and an unknown address.
     *
     * @param email address
     * @param password what was entered
     * @param code what the authenticator shows; not looked at if the account asks for none
     * @param userAgent what the browser says it is
     * @return the session's token
     * @throws AepsychException {@code LOGIN_REQUIRED} if they do not fit; {@code SECRET_SEALED} if password and account
     *     fit, but the server lacks the key with which the authenticator's secret was sealed
     */
    public SecretToken logIn(String email, String password, String code, String userAgent) {
        Optional<AccountStore.Administrator> account = password.length() > LONGEST_PASSWORD
                ? Optional.empty()
                : storage.accounts().findAdministrator(normalized(email));
        boolean fits = passwords.matches(
                password.substring(0, Math.min(password.length(), LONGEST_PASSWORD)),
                account.map(AccountStore.Administrator::passwordHash));
        return account.filter(known -> fits)
                .filter(known -> authenticators.accept(known.id(), code))
                .map(known -> open(known(known), userAgent))
                .orElseThrow(() -> new AepsychException(
                        StandardError.LOGIN_REQUIRED, "The e-mail address, the password and the code do not fit."));
    }

    /**
     * Replaces a password; all sessions of the account end.
     *
     * @param administrator whose
     * @param current what it was
     * @param replacement at least {@link #SHORTEST_PASSWORD} characters
     * @throws AepsychException {@code LOGIN_REQUIRED} if the current password does not fit; {@code INPUT_INVALID} if the
     *     new one is not allowed
     */
    public void changePassword(AdministratorLogin administrator, String current, String replacement) {
        checkPassword(replacement);
        Optional<String> hash =
                storage.accounts().findAdministrator(administrator.id()).map(AccountStore.Administrator::passwordHash);
        boolean fits = current.length() <= LONGEST_PASSWORD && passwords.matches(current, hash);
        if (!fits) {
            throw new AepsychException(StandardError.LOGIN_REQUIRED, "The present password does not fit.");
        }
        storage.access().setPasswordHash(administrator.id(), passwords.hash(replacement));
    }

    /**
     * Opens a session for somebody who has proved otherwise who they are, such as with a one-time link.
     *
     * @param administrator whose
     * @param userAgent what the browser says it is
     * @return the session's token
     */
    public SecretToken open(AdministratorLogin administrator, String userAgent) {
        return sessions.openForAdministrator(administrator.id(), SESSION_LIFE, userAgent);
    }

    /**
     * Finds an account.
     *
     * @param email address
     * @return the account, or empty
     */
    public Optional<AdministratorLogin> find(String email) {
        return storage.accounts().findAdministrator(normalized(email)).map(this::known);
    }

    /**
     * Tells who shows a token.
     *
     * @param token what was sent
     * @return the administrator, or empty if the session is unknown, over or not an administrator's
     */
    public Optional<AdministratorLogin> recognise(SecretToken token) {
        return sessions.find(token)
                .flatMap(AccountStore.Session::administrator)
                .flatMap(id -> storage.accounts().findAdministrator(id))
                .map(this::known);
    }

    /**
     * Ends a session.
     *
     * @param token its token
     */
    public void logOut(SecretToken token) {
        sessions.end(token);
    }

    private AdministratorLogin known(AccountStore.Administrator account) {
        AdminRole role = storage.access()
                .member(account.id())
                .map(member -> Members.role(member.role()))
                .orElse(AdminRole.VIEWER);
        return new AdministratorLogin(account.id(), account.email(), role);
    }

    private static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
