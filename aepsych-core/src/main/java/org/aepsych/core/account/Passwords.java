package org.aepsych.core.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.aepsych.core.secret.SecretSource;

/**
 * Passwords: new ones for participants, and the Argon2id hashes under which they are kept (RFC 9106; 19 MiB, two
 * passes, one lane). Thread-safe; only as many are hashed at once as there are processors, so that a rush of log-ins
 * cannot use up the memory.
 */
@Singleton
public final class Passwords implements PasswordHashing {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Letters and digits that nobody confuses: without 0, 1, i, l, o and u. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;

    private final SecretSource secrets;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobody;

    /**
     * Prepares hashing.
     *
     * @param secrets where salts and new passwords come from
     */
    @Inject
    public Passwords(SecretSource secrets) {
        this.secrets = secrets;
        this.nobody = hash(SecretToken.draw(secrets).text());
    }

    /**
     * Makes up a password that can be read out and typed.
     *
     * @return such as {@code k7mp-x3rd-9w2q}: about 58 random bits
     */
    public String generate() {
        StringBuilder password = new StringBuilder();
        while (password.length() < GROUPS * (GROUP_LENGTH + 1) - 1) {
            int draw = secrets.draw(1)[0] & 0xff;
            boolean unbiased = draw < 256 / ALPHABET.length() * ALPHABET.length();
            if (unbiased) {
                password.append(ALPHABET.charAt(draw % ALPHABET.length()));
                boolean groupIsFull = password.length() % (GROUP_LENGTH + 1) == GROUP_LENGTH;
                if (groupIsFull && password.length() < GROUPS * (GROUP_LENGTH + 1) - 1) {
                    password.append('-');
                }
            }
        }
        return password.toString();
    }

    /**
     * Hashes a password.
     *
     * @param password what was chosen
     * @return the hash with its salt and parameters, as {@code $argon2id$…}
     */
    @Override
    public String hash(String password) {
        Argon2Function function = Argon2Function.getInstance(
                MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
        return inTurn(() -> function.hash(
                        password.getBytes(java.nio.charset.StandardCharsets.UTF_8), secrets.draw(SALT_BYTES))
                .getResult());
    }

    /**
     * Tells whether a password is the right one. Takes the same time when there is no account, so that nobody can find
     * out who has one.
     *
     * @param password what was entered
     * @param hash the account's hash, empty if there is no such account
     * @return whether they fit; false without a hash
     */
    public boolean matches(String password, Optional<String> hash) {
        String kept = hash.orElse(nobody);
        boolean fits = inTurn(() -> Argon2Function.getInstanceFromHash(kept).check(password, kept));
        return fits && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
