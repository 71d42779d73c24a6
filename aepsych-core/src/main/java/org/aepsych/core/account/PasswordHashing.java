package org.aepsych.core.account;

/** Turns passwords into what may be kept. Thread-safe. */
@FunctionalInterface
public interface PasswordHashing {
    /**
     * Hashes a password.
     *
     * @param password what was chosen
     * @return a salted hash that says how it was made
     */
    String hash(String password);
}
