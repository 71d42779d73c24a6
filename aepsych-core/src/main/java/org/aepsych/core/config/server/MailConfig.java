package org.aepsych.core.config.server;

import java.util.Locale;
import java.util.Optional;

/**
 * The mail server that the program sends through.
 *
 * @param host its name
 * @param port its port
 * @param encryption how the connection is protected
 * @param credentials the account to log in with, if the server wants one
 * @param sender address in {@code From}
 */
public record MailConfig(
        String host, int port, Encryption encryption, Optional<Credentials> credentials, String sender) {

    /** How a connection to a mail server is protected. */
    public enum Encryption {
        /** Begins in the clear and must become TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** Not at all; for a server on the same machine. */
        NONE;

        static Encryption of(String text) {
            return valueOf(text.trim().toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An account of the mail server.
     *
     * @param user its name
     * @param password its password
     */
    public record Credentials(String user, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return "Credentials[user=" + user + ", password=****]";
        }
    }
}
