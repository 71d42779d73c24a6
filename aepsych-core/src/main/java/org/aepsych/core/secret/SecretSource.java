package org.aepsych.core.secret;

import java.security.SecureRandom;

/** Where unguessable bytes come from. Thread-safe. */
@FunctionalInterface
public interface SecretSource {
    /**
     * Draws bytes.
     *
     * @param count how many, from 1
     * @return a new array
     */
    byte[] draw(int count);

    /**
     * Returns the source of the running program: the platform's cryptographic generator.
     *
     * @return thread-safe
     */
    static SecretSource secure() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
